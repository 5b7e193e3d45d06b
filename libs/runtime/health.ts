/** One thing that must hold before this process may be sent visitors. */
export interface HealthCheck {
  readonly name: string;
  /** Null when it holds, else one sentence for the operator. A throw counts as not holding. */
  check(): Promise<string | null>;
}

export interface Readiness {
  status: 'ready' | 'not_ready';
  checks: { name: string; ready: boolean; reason: string | null }[];
}

/** Longest that one check may take; a server that hangs is not reachable. */
const patience = 3000;

/** Every check at once, each bounded. */
export async function readiness(checks: readonly HealthCheck[]): Promise<Readiness> {
  const results = await Promise.all(
    checks.map(async (one) => {
      const reason = await bounded(one).catch((error: unknown) => unreachable(error));
      return { name: one.name, ready: reason === null, reason };
    }),
  );
  return { status: results.every(({ ready }) => ready) ? 'ready' : 'not_ready', checks: results };
}

async function bounded(one: HealthCheck): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${patience / 1000} s`), patience);
  });
  try {
    return await Promise.race([one.check(), silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Anyone may ask, so a driver's message, which names hosts and users, stays in the log. */
function unreachable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return `unreachable (${code})`;
}
