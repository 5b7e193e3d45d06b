import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import { type DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { type AccountAnswer, AccountChange, type Accounts, NewAccount } from '#contract/access.js';
import { Problem } from '#runtime/problem.js';
import { SignsInElsewhere } from '#storage/access/account-link.js';
import { AccountRepository, LastAdmin } from '#storage/access/account.repository.js';
import { revokeApiTokens } from '#storage/access/api-token.js';
import { removeSecondFactor } from '#storage/access/second-factor.js';
import { SessionRepository } from '#storage/access/session.repository.js';
import { noteAudit } from '#storage/audit/audit-log.js';
import { createAccount, EmailTaken, NoSuchOrganization, ScopeRefused } from '#storage/access/create-account.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';
import { Allow } from './allow.js';
import { Account, type SignedIn } from './caller.js';

@Controller('v1/accounts')
export class AccountsController {
  constructor(
    @Inject(APP_DB) private readonly db: DataSource,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
  ) {}

  @Get()
  @Allow('accounts')
  async all(): Promise<Accounts> {
    return { accounts: await this.accounts.all() };
  }

  @Post()
  @Allow('accounts')
  async create(@Account() by: SignedIn, @Body(new Parse(NewAccount)) account: NewAccount): Promise<AccountAnswer> {
    const { role, organizations, memberships } = account;
    const { id, password } = await this.db.transaction(async (tx) => {
      const created = await createAccount(tx, account, by.id).catch(asProblem);
      await this.note(tx, by, 'account_created', { account: created.id, role, organizations, memberships });
      return created;
    });
    return this.answer(id, password);
  }

  @Patch(':id')
  @Allow('accounts')
  async change(
    @Account() by: SignedIn,
    @Param('id', new Parse(z.uuid())) id: string,
    @Body(new Parse(AccountChange)) change: AccountChange,
  ): Promise<AccountAnswer> {
    await this.answer(id, null);
    const { name: _, ...noted } = change;
    const password = await this.db.transaction(async (tx) => {
      await this.note(tx, by, 'account_changed', { account: id, ...noted });
      return this.accounts.change(id, change, { within: tx, by: by.id }).catch(asProblem);
    });
    return this.answer(id, password);
  }

  /** For who lost both the app and the recovery codes. */
  @Delete(':id/second-factor')
  @Allow('accounts')
  async resetSecondFactor(
    @Account() by: SignedIn,
    @Param('id', new Parse(z.uuid())) id: string,
  ): Promise<AccountAnswer> {
    const answered = await this.answer(id, null);
    const isReset = await this.db.transaction(async (tx) => {
      if (!(await removeSecondFactor(tx, id))) return false;
      await this.sessions.endAll(id, tx);
      await this.note(tx, by, 'second_factor_reset', { account: id });
      return true;
    });
    return isReset ? this.answer(id, null) : answered;
  }

  /** Sessions end and tokens are revoked; who may still sign in does so again. */
  @Delete(':id/sessions')
  @Allow('accounts')
  @HttpCode(204)
  async signOut(@Account() by: SignedIn, @Param('id', new Parse(z.uuid())) id: string): Promise<void> {
    await this.answer(id, null);
    await this.db.transaction(async (tx) => {
      await this.sessions.endAll(id, tx);
      const tokens = await revokeApiTokens(tx, id);
      await this.note(tx, by, 'account_signed_out', { account: id, tokens });
    });
  }

  /** For good: what it did stays in the audit log, without its name. */
  @Delete(':id')
  @Allow('accounts')
  @HttpCode(204)
  async remove(@Account() by: SignedIn, @Param('id', new Parse(z.uuid())) id: string): Promise<void> {
    const { account } = await this.answer(id, null);
    await this.db.transaction(async (tx) => {
      await this.accounts.remove(id, { within: tx, by: by.id }).catch(asProblem);
      await this.note(tx, by, 'account_removed', { account: id, role: account.role });
    });
  }

  /** In the transaction of the change itself: nobody's rights change without a word of who did it. */
  private note(tx: EntityManager, { id: accountId }: SignedIn, action: string, detail: object): Promise<void> {
    return noteAudit(tx, { organizationId: null, accountId, action, detail });
  }

  private async answer(id: string, password: string | null): Promise<AccountAnswer> {
    const account = await this.accounts.row(id);
    if (!account) throw new Problem('unknown_account', 404, 'There is no such account.');
    return { account, password };
  }
}

function asProblem(error: unknown): never {
  if (error instanceof EmailTaken || error instanceof LastAdmin || error instanceof SignsInElsewhere)
    throw new Problem(error.code, 409, error.message);
  if (error instanceof NoSuchOrganization || error instanceof ScopeRefused)
    throw new Problem(error.code, 422, error.message);
  throw error;
}
