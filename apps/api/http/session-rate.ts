import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { Problem } from '#runtime/problem.js';
import { TokenBuckets } from './token-bucket.js';
import { turnAway } from './turn-away.js';

export interface SessionRate {
  /** Requests a second of one session for long; ten times as many at once, after a rest. 0 = as many as come. */
  perSecond: number;
  /** What names the session; undefined where none is brought. */
  cookieOf: (request: FastifyRequest) => string | undefined;
  turnedAway: () => void;
}

/**
 * Nobody clicks so fast: what a script asks with a session beyond its rate is turned away before anything is looked up,
 * and waits in no line.
 */
export function limitSessions(server: FastifyInstance, { perSecond, cookieOf, turnedAway }: SessionRate): void {
  if (perSecond === 0) return;
  const buckets = new TokenBuckets({ perSecond, burst: 10 * perSecond });
  server.addHook('onRequest', (request, reply, done) => {
    const { policy } = request.routeOptions.config as { policy?: string };
    const session = policy === undefined ? undefined : cookieOf(request);
    const seconds = session === undefined ? 0 : buckets.take(session, performance.now());
    if (seconds === 0) return done();
    turnedAway();
    turnAway(request, reply, new Problem('rate_limited', 429, 'Too many requests.'), seconds);
  });
}
