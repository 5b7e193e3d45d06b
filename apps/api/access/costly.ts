import {
  applyDecorators,
  type CallHandler,
  type CanActivate,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { defer, finalize, type Observable, switchMap } from 'rxjs';
import { Problem } from '#runtime/problem.js';
import { costlyKey } from '../http/page-turns.js';
import { TokenBuckets } from '../http/token-bucket.js';
import { Turns } from '../http/turns.js';

/** Times that one account may ask each part of the api for it (Nest makes a guard for each), for long and at once after a rest. */
const rate = { perSecond: 1, burst: 120 };
/** Of one organisation, whole files in memory at a time: those that it sends, and those that are written for it. */
const turns = { sent: new Turns(4), written: new Turns(4) };

/** Not too often: what takes the processor for long slows everybody down, and needs no more than a reader's right. */
@Injectable()
class CostlyGuard implements CanActivate {
  private readonly buckets = new TokenBuckets(rate);

  canActivate(context: ExecutionContext): boolean {
    const { signedIn } = context.switchToHttp().getRequest<FastifyRequest>();
    const wait = this.buckets.take(signedIn?.id ?? '', performance.now());
    if (wait > 0) throw new Problem('rate_limited', 429, 'Too many requests.', {}, { 'retry-after': String(wait) });
    return true;
  }
}

/** A page may ask for several at once: they wait for one another rather than being refused. */
class CostlyTurn implements NestInterceptor {
  constructor(private readonly turns: Turns) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { organization } = context.switchToHttp().getRequest<FastifyRequest>();
    return defer(() => this.turns.take(organization?.id ?? '')).pipe(
      switchMap((end) => next.handle().pipe(finalize(end))),
    );
  }
}

/**
 * A route that writes or reads a whole file for one request: dossiers, exports, previews. What is sent may come slowly:
 * nothing that is written waits for it.
 */
export const Costly = (file: keyof typeof turns) =>
  applyDecorators(SetMetadata(costlyKey, true), UseGuards(CostlyGuard), UseInterceptors(new CostlyTurn(turns[file])));
