import { Body, Controller, Delete, Get, HttpCode, Inject, Patch, Post, Req } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Session, SessionChange, SignIn } from '#contract/access.js';
import { type SignedOut } from '#contract/identity.js';
import { type Settings, SETTINGS } from '#runtime/settings.js';
import { AccountRepository } from '#storage/access/account.repository.js';
import { Parse } from '../http/parse.js';
import { Allow } from './allow.js';
import { Account, type SignedIn } from './caller.js';
import { IdentityProviders } from './oidc/identity-providers.js';
import { ownOrigin } from './same-origin.js';
import { SignInDesk } from './sign-in.js';

@Controller('v1/session')
export class SessionController {
  constructor(
    private readonly desk: SignInDesk,
    private readonly accounts: AccountRepository,
    private readonly providers: IdentityProviders,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post()
  @Allow('public')
  @HttpCode(200)
  signIn(@Req() request: FastifyRequest, @Body(new Parse(SignIn)) body: SignIn): Promise<Session> {
    return this.desk.signIn(request, body);
  }

  @Get()
  @Allow('session')
  read(@Account() account: SignedIn): Promise<Session> {
    return this.desk.describe(account);
  }

  @Patch()
  @Allow('session')
  async change(
    @Account() account: SignedIn,
    @Body(new Parse(SessionChange)) { language }: SessionChange,
  ): Promise<Session> {
    await this.accounts.setLanguage(account.id, language);
    return this.desk.describe({ ...account, language });
  }

  /** Public, so that signing out twice is no error. */
  @Delete()
  @Allow('public')
  @HttpCode(200)
  async signOut(@Req() request: FastifyRequest): Promise<SignedOut> {
    const { provider, idToken } = request.session;
    await this.desk.signOut(request);
    if (provider === undefined || idToken === undefined) return { continueAt: null };
    const back = `${ownOrigin(request, this.settings.PUBLIC_URL)}/sign-in`;
    return { continueAt: await this.providers.leave(provider, idToken, back) };
  }
}
