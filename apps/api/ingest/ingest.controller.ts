import { Controller, Headers, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { type IngestAnswer } from '#contract/events.js';
import { type KeyHolder } from '#storage/source/source-keys.js';
import { Allow } from '../access/allow.js';
import { EventIntake, type Flags } from './event-intake.js';
import { flagsIn } from './ingest-flags.js';
import { refuse } from './ingest-problem.js';
import { readBody } from './read-body.js';
import { type BodyForm, formOf, readDocuments, type RequestHeaders } from './read-documents.js';
import { readEvents } from './read-events.js';
import { holderOf, SourceKeyGuard } from './source-key.guard.js';

@Controller('v1/events')
export class IngestController {
  constructor(private readonly intake: EventIntake) {}

  @Post()
  @Allow('source_key')
  @UseGuards(SourceKeyGuard)
  async ingest(
    @Req() request: FastifyRequest,
    @Headers() headers: RequestHeaders,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IngestAnswer> {
    const form = formOf(headers);
    const flags = flagsIn(query);
    if (form === undefined) throw refuse.badType();
    const body = await this.bodyOf(request, headers, form);
    const answer = await this.take(holderOf(request), body, form, headers, flags);
    const isRefused = answer.accepted === 0 && answer.rejected > 0;
    void reply.status(isRefused ? 422 : 202);
    if (answer.rejected > 0) void reply.header('x-events-rejected', String(answer.rejected));
    return answer;
  }

  /** A CloudEvent in binary mode needs none. */
  private async bodyOf({ body }: FastifyRequest, headers: RequestHeaders, form: BodyForm): Promise<Buffer> {
    if (body instanceof Readable) return readBody(body, headers);
    if (form === 'cloudevent-headers') return Buffer.alloc(0);
    throw refuse.emptyBatch();
  }

  private take(holder: KeyHolder, body: Buffer, form: BodyForm, headers: RequestHeaders, flags: Flags) {
    const given = [headers['x-essor-organization'], headers['x-essor-source']];
    const isOurs = form === 'event' || form === 'lines';
    const envelope = isOurs ? readEvents(body, form === 'lines') : null;
    const names = { organizations: [given[0], envelope?.organization], sources: [given[1], envelope?.source] };
    if (envelope) return this.intake.take(holder, envelope.events, names, flags);
    return this.intake.takeStream(holder, readDocuments(body, form, headers), names, flags);
  }
}
