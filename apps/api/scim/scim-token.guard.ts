import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type DataSource } from 'typeorm';
import { Problem } from '#runtime/problem.js';
import { findScimToken, type ScimTokenHolder } from '#storage/scim/scim-tokens.js';
import { APP_DB } from '../databases.js';
import { hasEnded } from '../http/has-ended.js';
import { TokenBuckets } from '../http/token-bucket.js';

declare module 'fastify' {
  interface FastifyRequest {
    scim?: ScimTokenHolder;
  }
}

/** Requests per second that one token may make for long, and at once after a rest. */
const rate = { perSecond: 50, burst: 500 };

/** Lets in the identity provider of an organisation: neither a session nor the key of a source opens /scim/v2. */
@Injectable()
export class ScimTokenGuard implements CanActivate {
  private readonly buckets = new TokenBuckets(rate);

  constructor(@Inject(APP_DB) private readonly database: DataSource) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const challenge = { 'www-authenticate': 'Bearer realm="scim"' };
    if (token === undefined)
      throw new Problem('missing_token', 401, 'Send the SCIM token as a bearer token.', {}, challenge);
    const holder = await findScimToken(this.database, token);
    if (!holder) throw new Problem('unknown_token', 401, 'The token is unknown or was revoked.', {}, challenge);
    if (hasEnded(holder.endsAt))
      throw new Problem('expired_token', 401, 'The last day of the token is over.', {}, challenge);
    const wait = this.buckets.take(holder.tokenId, performance.now());
    if (wait > 0) throw new Problem('rate_limited', 429, 'Too many requests.', {}, { 'retry-after': String(wait) });
    request.scim = holder;
    return true;
  }
}
