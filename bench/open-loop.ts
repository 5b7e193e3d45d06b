import { setTimeout as pause } from 'node:timers/promises';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { Agent, request } from 'undici';

/** One request: when it was to leave, how long it took from then on, and what came (0 = nothing). */
export interface Sample {
  due: number;
  ms: number;
  status: number;
}

export interface Pace {
  /** Requests per second, on average. */
  rate: number;
  seconds: number;
  seed: number;
}

export type Shot = (serial: number) => Promise<number>;

/** When requests arrive that know nothing of one another (Poisson): milliseconds from the beginning. */
export function arrivals({ rate, seconds, seed }: Pace): number[] {
  const random = xoroshiro128plus(seed);
  const draw = () => ((random.next() >>> 0) + 1) / 2 ** 32;
  const times: number[] = [];
  for (let at = 0; ;) {
    at -= (Math.log(draw()) / rate) * 1000;
    if (at > seconds * 1000) return times;
    times.push(at);
  }
}

/**
 * Sends on a schedule, whatever comes of what was sent before: whoever waits for an answer before asking again leaves
 * out the very requests that a stalled server would have kept waiting (coordinated omission). Timed from the instant
 * at which the request was to leave. Every sample is kept, so that percentiles are exact.
 */
export async function openLoop(pace: Pace, shoot: Shot): Promise<Sample[]> {
  const samples: Sample[] = [];
  const start = performance.now();
  const under: Promise<void>[] = [];
  const one = async (serial: number, due: number) => {
    const status = await shoot(serial).catch(() => 0);
    samples.push({ due, ms: performance.now() - start - due, status });
  };
  for (const [serial, due] of arrivals(pace).entries()) {
    const early = due - (performance.now() - start);
    if (early > 0) await pause(early);
    under.push(one(serial, due));
  }
  await Promise.all(under);
  return samples;
}

/** Each of so many asks again as soon as it is answered: what a server can do at most, and nothing about waiting. */
export async function closedLoop(callers: number, seconds: number, shoot: Shot): Promise<Sample[]> {
  const samples: Sample[] = [];
  const start = performance.now();
  let serial = 0;
  const caller = async () => {
    for (let due = 0; (due = performance.now() - start) < seconds * 1000;) {
      const status = await shoot(serial++).catch(() => 0);
      samples.push({ due, ms: performance.now() - start - due, status });
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return samples;
}

export interface Asked {
  method?: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
}

/** Asks over as many connections as it takes; answers with the status, the whole answer read. */
export function askerOf(base: string, connections = 512): (path: string, asked: Asked) => Promise<number> {
  const dispatcher = new Agent({ connections, headersTimeout: 30_000, bodyTimeout: 30_000 });
  return async (path, asked) => {
    const { statusCode, body } = await request(`${base}${path}`, { ...asked, dispatcher });
    await body.dump({ limit: 64 * 1024 * 1024 });
    return statusCode;
  };
}

export const isShed = ({ status }: Sample) => status === 429 || status === 503;
export const isAnswered = ({ status }: Sample) => status >= 200 && status < 300;

/** From which second on nobody waits for longer than twice what they did before. */
export function recoveredAfter(samples: readonly Sample[], calm: number): number {
  const late = samples.filter((one) => !isAnswered(one) || one.ms > 2 * calm).map(({ due }) => due);
  // One in a hundred may always be late.
  const allowed = Math.ceil(samples.length / 100);
  const last = late.sort((a, b) => b - a)[allowed] ?? 0;
  return last / 1000;
}
