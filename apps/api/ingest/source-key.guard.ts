import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type DataSource } from 'typeorm';
import { isUnavailable } from '#storage/event/repeatable.js';
import { findKey, type KeyHolder } from '#storage/source/source-keys.js';
import { INGEST_DB } from '../databases.js';
import { INGEST_OPTIONS, type IngestOptions } from './ingest-options.js';
import { refuse } from './ingest-problem.js';
import { TokenBuckets } from './token-bucket.js';

declare module 'fastify' {
  interface FastifyRequest {
    keyHolder?: KeyHolder;
  }
}

/** Lets in who holds the key of a source, and not too often. */
@Injectable()
export class SourceKeyGuard implements CanActivate {
  private readonly remembered = new Map<string, { holder: KeyHolder | null; until: number }>();
  private readonly buckets: TokenBuckets;

  constructor(
    @Inject(INGEST_DB) private readonly database: DataSource,
    @Inject(INGEST_OPTIONS) private readonly options: IngestOptions,
  ) {
    this.buckets = new TokenBuckets(options.rate);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (key === undefined) throw refuse.noKey();
    const holder = await this.holderOf(key);
    if (!holder) throw refuse.unknownKey();
    const wait = this.buckets.take(holder.keyId, performance.now());
    if (wait > 0) throw refuse.tooFast(wait);
    request.keyHolder = holder;
    return true;
  }

  private async holderOf(key: string): Promise<KeyHolder | null> {
    const now = performance.now();
    const known = this.remembered.get(key);
    if (known && known.until > now) return known.holder;
    const holder = await this.ask(key);
    // Wrong keys would otherwise fill the memory at the pace of whoever invents them.
    if (this.remembered.size >= 10_000) this.remembered.clear();
    this.remembered.set(key, { holder, until: now + this.options.keyMemory });
    return holder;
  }

  private async ask(key: string): Promise<KeyHolder | null> {
    try {
      return await findKey(this.database, key);
    } catch (error) {
      if (isUnavailable(error)) throw refuse.unavailable();
      throw error;
    }
  }
}
