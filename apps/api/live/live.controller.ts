import { Controller, Get, Req, Res, StreamableFile } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Live } from '#contract/live.js';
import { Allow } from '../access/allow.js';
import { Account, type OpensToo, Organization, type OrganizationInPath, type SignedIn, Too } from '../access/caller.js';
import { LiveDesk } from './live-desk.js';

/** What is new, as one answer or, to whoever asks for `text/event-stream` within a session, as it comes. */
@Controller('v1/organizations/:org/live')
export class LiveController {
  constructor(private readonly desk: LiveDesk) {}

  @Get()
  @Allow('frame')
  async live(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Too() opens: OpensToo,
    @Req() { headers, session }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Live | StreamableFile> {
    const readsSources = opens('reading');
    const isStream = headers.accept?.includes('text/event-stream') && session.get('accountId') === account.id;
    if (!isStream) return this.desk.state(organization.id, readsSources);
    const listener = { account, organization, session: session.sessionId, readsSources };
    // Its connection serves nothing else: a server that stops need not wait for it.
    void reply.headers({ 'x-accel-buffering': 'no', connection: 'close' });
    return new StreamableFile(await this.desk.listen(listener), { type: 'text/event-stream; charset=utf-8' });
  }
}
