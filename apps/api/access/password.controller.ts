import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type DataSource } from 'typeorm';
import { z } from 'zod';
import { AccountLink, type NewLink, NewLink as NewLinkBody, NewPassword, type Sessions } from '#contract/access.js';
import { Problem } from '#runtime/problem.js';
import { type Settings, SETTINGS } from '#runtime/settings.js';
import { makeAccountLink, SignsInElsewhere, useAccountLink } from '#storage/access/account-link.js';
import { AccountRepository } from '#storage/access/account.repository.js';
import { SessionRepository } from '#storage/access/session.repository.js';
import { noteAudit } from '#storage/audit/audit-log.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';
import { Allow } from './allow.js';
import { Account, type SignedIn } from './caller.js';
import { ownOrigin } from './same-origin.js';
import { takeAttempt, Throttle } from './throttle.js';

/** Links with which people choose their password, and the sessions that they have open. */
@Controller('v1')
export class PasswordController {
  private readonly perAddress = new Throttle(20, 15 * 60 * 1000);

  constructor(
    @Inject(APP_DB) private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
  ) {}

  /** For the administrator to hand over: nobody else is shown it, and it is shown once. */
  @Post('accounts/:id/link')
  @Allow('accounts')
  async link(
    @Req() request: FastifyRequest,
    @Account() by: SignedIn,
    @Param('id', new Parse(z.uuid())) id: string,
    @Body(new Parse(NewLinkBody)) { purpose }: NewLink,
  ): Promise<AccountLink> {
    if (!(await this.accounts.active(id))) throw new Problem('unknown_account', 404, 'There is no such account.');
    const { token, expiresAt } = await makeAccountLink(this.db, id, purpose).catch(asProblem);
    const detail = { account: id, purpose };
    await noteAudit(this.db, { organizationId: null, accountId: by.id, action: 'account_link_made', detail });
    // Behind the #, which browsers send to no server: it is in no log and in no referrer.
    const url = `${ownOrigin(request, this.settings.PUBLIC_URL)}/choose-password#${token}`;
    return AccountLink.parse({ url, purpose, expiresAt: expiresAt.toISOString() });
  }

  @Post('password')
  @Allow('public')
  @HttpCode(204)
  async choose(@Req() request: FastifyRequest, @Body(new Parse(NewPassword)) body: NewPassword): Promise<void> {
    takeAttempt(this.perAddress, request.ip);
    const accountId = await useAccountLink(this.db, body.token, body.password);
    if (accountId !== null) return noteAudit(this.db, { organizationId: null, accountId, action: 'password_chosen' });
    throw new Problem('link_not_valid', 410, 'This link was used already, has expired, or was replaced by another.');
  }

  @Get('sessions')
  @Allow('session')
  async open(@Account() { id }: SignedIn, @Req() request: FastifyRequest): Promise<Sessions> {
    return { sessions: await this.sessions.of(id, request.session.sessionId) };
  }

  /** Everywhere, here too. */
  @Delete('sessions')
  @Allow('session')
  @HttpCode(204)
  async endAll(@Account() { id }: SignedIn): Promise<void> {
    await this.sessions.endAll(id);
  }
}

function asProblem(error: unknown): never {
  throw error instanceof SignsInElsewhere ? new Problem(error.code, 409, error.message) : error;
}
