import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { Problem } from '#runtime/problem.js';
import { type Limit, returnAttempt, takeAttempt } from '#storage/access/attempt.js';
import { APP_DB } from '../databases.js';

const quarter = { minutes: 15 };

/** How often who may try what. Per address of a network where nobody is known yet: many people can share one. */
export const limits = {
  signInOfEmail: { name: 'sign-in of an e-mail address', most: 10, ...quarter },
  signInFromAddress: { name: 'sign-in from an address', most: 50, ...quarter },
  reminderToEmail: { name: 'forgotten password of an e-mail address', most: 3, minutes: 60 },
  linkFromAddress: { name: 'link to a password from an address', most: 20, ...quarter },
  issueFromAddress: { name: 'link to an issue from an address', most: 20, ...quarter },
  ownPassword: { name: 'password asked for again of an account', most: 10, ...quarter },
  code: { name: 'code of an account', most: 10, ...quarter },
  providerFromAddress: { name: 'sign-in with a provider from an address', most: 200, ...quarter },
  logoutFromAddress: { name: 'refused logout from an address', most: 200, ...quarter },
} satisfies Record<string, Limit>;

/** Attempts at what not everybody may, counted in the database: by all apis together, and past a restart. */
@Injectable()
export class Attempts {
  constructor(@Inject(APP_DB) private readonly db: DataSource) {}

  /** Takes one, or answers how long to wait. */
  async take(limit: Limit, key: string): Promise<void> {
    const seconds = await takeAttempt(this.db, limit, key);
    if (seconds === null) return;
    const wait = { 'retry-after': String(seconds) };
    throw new Problem('too_many_attempts', 429, 'Too many attempts: wait before trying again.', {}, wait);
  }

  /** It was right: it does not count. */
  async giveBack(limit: Limit, key: string): Promise<void> {
    await returnAttempt(this.db, limit, key);
  }
}
