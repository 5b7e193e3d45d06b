import { type CanActivate, type ExecutionContext, Injectable, UseGuards } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Problem } from '#runtime/problem.js';
import { TokenBuckets } from '../http/token-bucket.js';

/** Times that one account may ask for any of it, for long and at once after a rest. */
const rate = { perSecond: 1, burst: 120 };
// One for all: Nest makes a guard for each module.
const buckets = new TokenBuckets(rate);

/** Not too often: what takes the processor for long slows everybody down, and needs no more than a reader's right. */
@Injectable()
class CostlyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { signedIn } = context.switchToHttp().getRequest<FastifyRequest>();
    const wait = buckets.take(signedIn?.id ?? '', performance.now());
    if (wait > 0) throw new Problem('rate_limited', 429, 'Too many requests.', {}, { 'retry-after': String(wait) });
    return true;
  }
}

/** A route that writes or reads a whole file for one request: dossiers, exports, previews. */
export const Costly = () => UseGuards(CostlyGuard);
