import { Inject, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type DataSource } from 'typeorm';
import { Problem } from '#runtime/problem.js';
import { isApiToken, type TokenHolder, useApiToken } from '#storage/access/api-token.js';
import { APP_DB } from '../../databases.js';
import { hasEnded } from '../../http/has-ended.js';
import { TokenBuckets } from '../../http/token-bucket.js';

/** Requests per second that one token may make for long, and at once after a rest. */
const rate = { perSecond: 20, burst: 200 };

/** Knows the tokens of people, and lets none in too often. */
@Injectable()
export class TokenDoor {
  private readonly buckets = new TokenBuckets(rate);

  constructor(@Inject(APP_DB) private readonly db: DataSource) {}

  /** Null for a request that brings none: it may have a session. */
  async holderOf(request: FastifyRequest): Promise<TokenHolder | null> {
    const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined || !isApiToken(token)) return null;
    const holder = await useApiToken(this.db, token);
    const challenge = { 'www-authenticate': 'Bearer realm="essor"' };
    if (!holder) throw new Problem('unknown_token', 401, 'The token is unknown or was revoked.', {}, challenge);
    if (hasEnded(holder.expiresAt))
      throw new Problem('expired_token', 401, 'The last day of the token is over.', {}, challenge);
    const wait = this.buckets.take(holder.tokenId, performance.now());
    if (wait > 0) throw new Problem('rate_limited', 429, 'Too many requests.', {}, { 'retry-after': String(wait) });
    return holder;
  }
}
