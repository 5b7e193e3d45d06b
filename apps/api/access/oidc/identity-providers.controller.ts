import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Redirect, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { BackChannelLogout, type IdentityProviders as Offered, SignInStart } from '#contract/identity.js';
import { type Settings, SETTINGS } from '#runtime/settings.js';
import { Parse } from '../../http/parse.js';
import { Allow } from '../allow.js';
import { ownOrigin } from '../same-origin.js';
import { Attempts, limits } from '../attempts.js';
import { attemptCookie, browserOf } from './attempt-cookie.js';
import { IdentityProviders } from './identity-providers.js';
import { LogoutDesk } from './logout-desk.js';
import { ProviderDesk } from './provider-desk.js';

/** The rest of what a provider sends is for the library that checks it. */
const Callback = z.looseObject({ state: z.string().max(500).default('') });

/** Sign-in with whoever vouches for a person. These are addresses that browsers visit: they answer with the next one. */
@Controller('v1/identity-providers')
export class IdentityProvidersController {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly providers: IdentityProviders,
    private readonly desk: ProviderDesk,
    private readonly logout: LogoutDesk,
    private readonly attempts: Attempts,
  ) {}

  @Get()
  @Allow('public')
  all(): Offered {
    const { SMTP_URL, PUBLIC_URL } = this.settings;
    return { providers: this.providers.list(), sendsLinks: SMTP_URL !== undefined && PUBLIC_URL !== undefined };
  }

  @Get(':provider/start')
  @Allow('public')
  @Redirect()
  async start(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('provider') key: string,
    @Query(new Parse(SignInStart)) { next }: SignInStart,
  ): Promise<{ url: string }> {
    const provider = this.providers.get(key);
    await this.attempts.take(limits.providerFromAddress, request.ip);
    const browser = attemptCookie(request, reply, this.settings.COOKIE_SECURE);
    return {
      url: await this.desk.begin(provider, {
        browser,
        origin: this.origin(request),
        next: next ?? null,
        accountId: null,
      }),
    };
  }

  @Get(':provider/callback')
  @Allow('public')
  @Redirect()
  async finish(
    @Req() request: FastifyRequest,
    @Param('provider') key: string,
    @Query(new Parse(Callback)) { state }: z.infer<typeof Callback>,
  ): Promise<{ url: string }> {
    const provider = this.providers.get(key);
    const browser = browserOf(request) ?? '';
    return { url: await this.desk.finish(request, provider, { browser, origin: this.origin(request), state }) };
  }

  /** From server to server, without a cookie: the signature of the token is all there is. */
  @Post(':provider/logout')
  @Allow('back_channel')
  @HttpCode(200)
  async endSessions(
    @Req() request: FastifyRequest,
    @Param('provider') key: string,
    @Body(new Parse(BackChannelLogout)) { logout_token: token }: BackChannelLogout,
  ): Promise<void> {
    const provider = this.providers.get(key);
    await this.attempts.take(limits.logoutFromAddress, request.ip);
    await this.logout.end(provider, token);
    await this.attempts.giveBack(limits.logoutFromAddress, request.ip);
  }

  private origin(request: FastifyRequest): string {
    return ownOrigin(request, this.settings.PUBLIC_URL);
  }
}
