import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { isUnavailable } from '#storage/event/repeatable.js';
import { findKey, type KeyHolder } from '#storage/source/source-keys.js';
import { INGEST_DB } from '../databases.js';
import { INGEST_OPTIONS, type IngestOptions } from './ingest-options.js';
import { refuse } from './ingest-problem.js';
import { hasEnded } from '../http/has-ended.js';
import { TokenBuckets } from '../http/token-bucket.js';

/**
 * The key in an Authorization header, if there is one: as a bearer token, or in the place of a user's name or password,
 * where other systems have their "write key".
 */
export function keyIn(authorization: string | undefined): string | undefined {
  const [, scheme, value] = /^(Bearer|Basic) +(\S+)$/i.exec(authorization ?? '') ?? [];
  if (value === undefined || scheme?.toLowerCase() === 'bearer') return value;
  const [, user = '', password = ''] = /^([^:]*):?(.*)$/s.exec(Buffer.from(value, 'base64').toString('utf8')) ?? [];
  const key = user.startsWith('essor_') || password === '' ? user : password;
  return key === '' ? undefined : key;
}

/** Knows who holds which key, and lets nobody in too often. */
@Injectable()
export class SourceKeys {
  private readonly remembered = new Map<string, { holder: KeyHolder | null; until: number }>();
  private readonly buckets: TokenBuckets;
  private readonly organizations: TokenBuckets;

  constructor(
    @Inject(INGEST_DB) private readonly database: DataSource,
    @Inject(INGEST_OPTIONS) private readonly options: IngestOptions,
  ) {
    this.buckets = new TokenBuckets(options.rate);
    this.organizations = new TokenBuckets(options.organizationRate);
  }

  /** Throws a problem for a key that is missing, unknown, over or used too often. */
  async admit(key: string | undefined): Promise<KeyHolder> {
    if (key === undefined) throw refuse.noKey();
    const holder = await this.holderOf(key);
    if (!holder) throw refuse.unknownKey();
    if (hasEnded(holder.endsAt, this.options.now().getTime())) throw refuse.expiredKey();
    const now = performance.now();
    const wait = this.buckets.take(holder.keyId, now) || this.organizations.take(holder.organizationId, now);
    if (wait > 0) throw refuse.tooFast(wait);
    return holder;
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
