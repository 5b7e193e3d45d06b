import { Body, Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type DataSource } from 'typeorm';
import { z } from 'zod';
import {
  type AccountLink,
  ForgottenPassword,
  type NewLink,
  NewLink as NewLinkBody,
  NewPassword,
} from '#contract/access.js';
import { LOGGER, type Logger } from '#runtime/logger.js';
import { Problem } from '#runtime/problem.js';
import { type Settings, SETTINGS } from '#runtime/settings.js';
import { useAccountLink } from '#storage/access/account-link.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';
import { Allow } from './allow.js';
import { Attempts, limits } from './attempts.js';
import { Account, type SignedIn } from './caller.js';
import { LinkDesk } from './link-desk.js';
import { ownOrigin } from './same-origin.js';

/** Links with which people choose their password. */
@Controller('v1')
export class PasswordController {
  constructor(
    @Inject(APP_DB) private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly links: LinkDesk,
    private readonly attempts: Attempts,
  ) {}

  /** Sent to its account; without a mail server for the administrator to hand over, shown this once. */
  @Post('accounts/:id/link')
  @Allow('accounts')
  link(
    @Req() request: FastifyRequest,
    @Account() by: SignedIn,
    @Param('id', new Parse(z.uuid())) id: string,
    @Body(new Parse(NewLinkBody)) { purpose }: NewLink,
  ): Promise<AccountLink> {
    return this.links.make(by.id, id, purpose, ownOrigin(request, this.settings.PUBLIC_URL));
  }

  @Post('password')
  @Allow('public')
  @HttpCode(204)
  async choose(@Req() request: FastifyRequest, @Body(new Parse(NewPassword)) body: NewPassword): Promise<void> {
    await this.attempts.take(limits.linkFromAddress, request.ip);
    if ((await useAccountLink(this.db, body.token, body.password)) !== null) return;
    throw new Problem('link_not_valid', 410, 'This link was used already, has expired, or was replaced by another.');
  }

  /** Answers at once and always the same: who has an account is nobody's business. */
  @Post('password/forgotten')
  @Allow('public')
  @HttpCode(204)
  async forgotten(
    @Req() request: FastifyRequest,
    @Body(new Parse(ForgottenPassword)) { email }: ForgottenPassword,
  ): Promise<void> {
    const { SMTP_URL, PUBLIC_URL } = this.settings;
    // Without PUBLIC_URL the link would lead wherever the sender of this request says that Essor is.
    if (SMTP_URL === undefined || PUBLIC_URL === undefined)
      throw new Problem('no_mail', 409, 'This installation sends no mail: ask an administrator for a link.');
    await this.attempts.take(limits.linkFromAddress, request.ip);
    await this.attempts.take(limits.reminderToEmail, email);
    this.links.remind(email, new URL(PUBLIC_URL).origin).catch((error: unknown) => {
      this.logger.error({ err: error, requestId: request.id }, 'a forgotten password');
    });
  }
}
