/** Deadlock, serialisation, or a month that was made or dropped meanwhile: the same again may well succeed. */
export function isRepeatable(error: unknown): boolean {
  const code = errorCode(error);
  if (code === '42P07') return String(error).includes('"event_');
  return code === '40P01' || code === '40001' || (code === '23514' && String(error).includes('no partition'));
}

/** SQLSTATE, or the code of the network error; TypeORM keeps the driver's error inside its own. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  return typeof code === 'string' ? code : errorCode(driverError);
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);

/** The server is away (or restarting, or full): nothing is wrong with what was asked. */
export function isUnavailable(error: unknown): boolean {
  const code = errorCode(error);
  if (code !== undefined && (unreachable.has(code) || code.startsWith('08') || code === '53100')) return true;
  return /Connection terminated|timeout exceeded when trying to connect|not queryable|Client has encountered a connection error/i.test(
    error instanceof Error ? error.message : '',
  );
}
