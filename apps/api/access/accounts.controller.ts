import { Body, Controller, Get, Inject, Param, Patch, Post } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { z } from 'zod';
import { type AccountAnswer, AccountChange, type Accounts, NewAccount } from '#contract/access.js';
import { Problem } from '#runtime/problem.js';
import { AccountRepository, LastAdmin } from '#storage/access/account.repository.js';
import { createAccount, EmailTaken, NoSuchOrganization, ScopeRefused } from '#storage/access/create-account.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';
import { Allow } from './allow.js';

@Controller('v1/accounts')
export class AccountsController {
  constructor(
    @Inject(APP_DB) private readonly db: DataSource,
    private readonly accounts: AccountRepository,
  ) {}

  @Get()
  @Allow('accounts')
  async all(): Promise<Accounts> {
    return { accounts: await this.accounts.all() };
  }

  @Post()
  @Allow('accounts')
  async create(@Body(new Parse(NewAccount)) account: NewAccount): Promise<AccountAnswer> {
    const { id, password } = await createAccount(this.db, account).catch(asProblem);
    return this.answer(id, password);
  }

  @Patch(':id')
  @Allow('accounts')
  async change(
    @Param('id', new Parse(z.uuid())) id: string,
    @Body(new Parse(AccountChange)) change: AccountChange,
  ): Promise<AccountAnswer> {
    await this.answer(id, null);
    const password = await this.accounts.change(id, change).catch(asProblem);
    return this.answer(id, password);
  }

  private async answer(id: string, password: string | null): Promise<AccountAnswer> {
    const account = await this.accounts.row(id);
    if (!account) throw new Problem('unknown_account', 404, 'There is no such account.');
    return { account, password };
  }
}

function asProblem(error: unknown): never {
  if (error instanceof EmailTaken || error instanceof LastAdmin) throw new Problem(error.code, 409, error.message);
  if (error instanceof NoSuchOrganization || error instanceof ScopeRefused)
    throw new Problem(error.code, 422, error.message);
  throw error;
}
