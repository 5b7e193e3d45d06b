import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { LinkStart, type LinkStarted, OwnPassword, type OwnIdentities } from '#contract/identity.js';
import { type Settings, SETTINGS } from '#runtime/settings.js';
import { Parse } from '../../http/parse.js';
import { Allow } from '../allow.js';
import { Account, type SignedIn } from '../caller.js';
import { ownOrigin } from '../same-origin.js';
import { attemptCookie } from './attempt-cookie.js';
import { LinkingDesk } from './linking-desk.js';

/** Who one's own account is at identity providers. */
@Controller('v1/account/identities')
export class OwnIdentitiesController {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly desk: LinkingDesk,
  ) {}

  @Get()
  @Allow('identities')
  all(@Account() account: SignedIn): Promise<OwnIdentities> {
    return this.desk.all(account);
  }

  /** Whoever finds a screen unlocked cannot link themselves: the password is asked for again. */
  @Post(':provider')
  @Allow('identities')
  @HttpCode(200)
  async link(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Account() account: SignedIn,
    @Param('provider') key: string,
    @Body(new Parse(LinkStart)) { password, next }: LinkStart,
  ): Promise<LinkStarted> {
    const origin = ownOrigin(request, this.settings.PUBLIC_URL);
    const provider = await this.desk.check(account, key, password);
    const browser = attemptCookie(request, reply, this.settings.COOKIE_SECURE);
    return { continueAt: await this.desk.begin(account, provider, { browser, origin, next }) };
  }

  @Post(':provider/removal')
  @Allow('identities')
  @HttpCode(204)
  unlink(
    @Account() account: SignedIn,
    @Param('provider') key: string,
    @Body(new Parse(OwnPassword)) { password }: OwnPassword,
  ): Promise<void> {
    return this.desk.unlink(account, key, password);
  }
}
