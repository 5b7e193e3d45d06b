import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { z } from 'zod';
import { type Role } from '#contract/access.js';
import { ApiTokens, MadeApiToken, NewApiToken } from '#contract/api-tokens.js';
import { roles } from '#domain/access/roles.js';
import { Problem } from '#runtime/problem.js';
import { AccountRepository } from '#storage/access/account.repository.js';
import {
  createApiToken,
  type ListedApiToken,
  listApiTokens,
  revokeApiToken,
  TooManyApiTokens,
} from '#storage/access/api-token.js';
import { APP_DB } from '../../databases.js';
import { Parse } from '../../http/parse.js';
import { Allow } from '../allow.js';
import { Account, type SignedIn } from '../caller.js';
import { isWithin } from '../policy.js';

/** Tokens of one's own, for programs. */
@Controller('v1/account/tokens')
export class TokensController {
  constructor(
    @Inject(APP_DB) private readonly db: DataSource,
    private readonly accounts: AccountRepository,
  ) {}

  @Get()
  @Allow('tokens')
  async all(@Account() account: SignedIn): Promise<ApiTokens> {
    const tokens = (await listApiTokens(this.db, account.id)).map(written);
    return ApiTokens.parse({ tokens, roles: await this.rolesFor(account) });
  }

  @Post()
  @Allow('tokens')
  async create(@Account() account: SignedIn, @Body(new Parse(NewApiToken)) wanted: NewApiToken): Promise<MadeApiToken> {
    if (!(await this.rolesFor(account)).includes(wanted.role))
      throw new Problem('role_too_wide', 422, 'A token may do no more than its owner.');
    const { token, listed } = await createApiToken(this.db, account.id, wanted).catch(asProblem);
    return MadeApiToken.parse({ token, listed: written(listed) });
  }

  @Delete(':id')
  @Allow('tokens')
  @HttpCode(204)
  async revoke(@Account() account: SignedIn, @Param('id', new Parse(z.uuid())) id: string): Promise<void> {
    if (!(await revokeApiToken(this.db, account.id, id)))
      throw new Problem('unknown_token', 404, 'There is no such token of yours.');
  }

  /** Those that open nothing that the owner may not open somewhere. */
  private async rolesFor(account: SignedIn): Promise<Role[]> {
    const opened = await this.accounts.openedBy(account);
    const own = [account.role, ...opened.map(({ role }) => role)];
    return roles.filter((role) => own.some((wider) => isWithin(role, wider)));
  }
}

const written = ({ createdAt, expiresAt, ...token }: ListedApiToken) => ({
  ...token,
  ...{ createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
});

function asProblem(error: unknown): never {
  throw error instanceof TooManyApiTokens ? new Problem(error.code, 409, error.message) : error;
}
