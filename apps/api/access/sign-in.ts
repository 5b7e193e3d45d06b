import { Inject, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type DataSource } from 'typeorm';
import { type Session, type SignIn } from '#contract/access.js';
import { Problem } from '#runtime/problem.js';
import { type Settings, SETTINGS } from '#runtime/settings.js';
import { noteAlone } from '#storage/audit/audit-log.js';
import { AccountRepository } from '#storage/access/account.repository.js';
import { hashPassword, passwordCost, passwordMatches } from '#storage/access/password.js';
import { SessionRepository } from '#storage/access/session.repository.js';
import { APP_DB } from '../databases.js';
import { Attempts, limits } from './attempts.js';
import { secondFactorOf } from './second-factor/demand.js';
import { SecondFactorDesk } from './second-factor/second-factor-desk.js';
import { type SignedIn } from './caller.js';

/** The identity provider that vouched for somebody, and the number of their session there, where it tells one. */
interface Voucher {
  provider: string;
  idToken: string;
  sid?: string;
}

@Injectable()
export class SignInDesk {
  /** What the password of an unknown account is compared with, so that the answer takes as long. */
  private readonly nobody = hashPassword('nobody has this password');

  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly secondFactor: SecondFactorDesk,
    private readonly attempts: Attempts,
    @Inject(APP_DB) private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async signIn(request: FastifyRequest, { email, password, code }: SignIn): Promise<Session> {
    await this.attempts.take(limits.signInFromAddress, request.ip);
    await this.attempts.take(limits.signInOfEmail, email);
    const account = await this.accounts.byEmail(email);
    const stored = account?.passwordHash ?? null;
    const matches = await passwordMatches(password, stored ?? (await this.nobody));
    if (!account || stored === null || !matches || account.disabledAt) {
      await this.note('sign_in_refused', account?.id ?? null);
      throw new Problem('wrong_credentials', 401, 'The e-mail address or the password is wrong.');
    }
    if (account.secondFactorAt !== null) await this.requireCode(account.id, code, { email, address: request.ip });
    await this.wasRight(email, request.ip);
    await this.strengthen(account.id, password, stored);
    await this.open(request, account.id);
    return this.describe({ ...account, provider: undefined });
  }

  private async wasRight(email: string, address: string): Promise<void> {
    await this.attempts.giveBack(limits.signInOfEmail, email);
    await this.attempts.giveBack(limits.signInFromAddress, address);
  }

  /** The password was right: being asked for the code is no attempt, a wrong code is. */
  private async requireCode(
    accountId: string,
    code: string | undefined,
    { email, address }: { email: string; address: string },
  ): Promise<void> {
    if (code === undefined) {
      await this.wasRight(email, address);
      throw new Problem('second_factor_required', 401, 'A code is asked for beside the password.');
    }
    await this.secondFactor.require(accountId, code, 401).catch(async (error: unknown) => {
      await this.note('sign_in_refused', accountId, { why: 'wrong_code' });
      throw error;
    });
  }

  /** A new secret at every sign-in: whoever planted the old one learns nothing. */
  async open(request: FastifyRequest, accountId: string, by?: Voucher): Promise<void> {
    await this.note('signed_in', accountId, by && { provider: by.provider });
    await request.session.regenerate();
    request.session.set('accountId', accountId);
    if (by) {
      request.session.set('provider', by.provider);
      request.session.set('idToken', by.idToken);
      request.session.set('sid', by.sid);
    }
    await this.sessions.forgetExpired();
  }

  async describe(account: SignedIn): Promise<Session> {
    const { id, email, name, role, language, provider, secondFactorAt: since } = account;
    const opened = await this.accounts.openedBy(account);
    const organizations = opened.map(({ id: _, ...organization }) => organization);
    const roles = [role, ...opened.map((each) => each.role)];
    const secondFactor = secondFactorOf(this.settings.SECOND_FACTOR_FOR, { provider, since, roles });
    return { account: { id, email, name, role, language, secondFactor }, organizations };
  }

  async signOut(request: FastifyRequest): Promise<void> {
    const accountId = request.session.get('accountId') ?? null;
    await request.session.destroy();
    if (accountId !== null) await this.note('signed_out', accountId);
  }

  /** Of the installation: which organisations an account may open changes. What was typed is never kept. */
  private note(
    action: 'signed_in' | 'signed_out' | 'sign_in_refused',
    accountId: string | null,
    detail: object = {},
  ): Promise<void> {
    return noteAlone(this.db, { organizationId: null, accountId, action, detail });
  }

  /** A hash made when guesses were cheaper is replaced while the password is at hand. */
  private async strengthen(accountId: string, password: string, stored: string): Promise<void> {
    const [, log2N] = stored.split('$');
    if (Number(log2N) < passwordCost.log2N)
      await this.accounts.setPasswordHash(accountId, await hashPassword(password));
  }
}
