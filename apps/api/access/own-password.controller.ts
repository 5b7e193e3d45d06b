import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type DataSource } from 'typeorm';
import { PasswordChange } from '#contract/access.js';
import { Problem } from '#runtime/problem.js';
import { AccountRepository } from '#storage/access/account.repository.js';
import { changePassword } from '#storage/access/change-password.js';
import { passwordMatches } from '#storage/access/password.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';
import { Allow } from './allow.js';
import { Attempts, limits } from './attempts.js';
import { Account, type SignedIn } from './caller.js';

/** One's own password, while signed in. */
@Controller('v1/account/password')
export class OwnPasswordController {
  constructor(
    private readonly accounts: AccountRepository,
    @Inject(APP_DB) private readonly db: DataSource,
    private readonly attempts: Attempts,
  ) {}

  /** The old one is asked for again: whoever finds a screen unlocked cannot take the account over. */
  @Post()
  @Allow('session')
  @HttpCode(204)
  async change(
    @Account() { id }: SignedIn,
    @Req() request: FastifyRequest,
    @Body(new Parse(PasswordChange)) { password, newPassword }: PasswordChange,
  ): Promise<void> {
    const stored = (await this.accounts.active(id))?.passwordHash ?? null;
    if (stored === null)
      throw new Problem('signs_in_elsewhere', 409, 'This account signs in with an identity provider.');
    await this.attempts.take(limits.ownPassword, id);
    if (!(await passwordMatches(password, stored))) throw new Problem('wrong_password', 403, 'The password is wrong.');
    await this.attempts.giveBack(limits.ownPassword, id);
    if (newPassword === password) throw new Problem('same_password', 422, 'That is the password you have already.');
    const session = request.session.sessionId;
    if (!(await changePassword(this.db, id, { stored, password: newPassword, session })))
      throw new Problem('wrong_password', 403, 'The password was changed meanwhile.');
  }
}
