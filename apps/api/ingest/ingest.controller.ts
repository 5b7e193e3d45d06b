import { Controller, Headers, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { type IngestAnswer } from '#contract/events.js';
import { Allow } from '../access/allow.js';
import { EventIntake } from './event-intake.js';
import { refuse } from './ingest-problem.js';
import { readBody } from './read-body.js';
import { readEvents } from './read-events.js';
import { SourceKeyGuard } from './source-key.guard.js';

@Controller('v1/events')
export class IngestController {
  constructor(private readonly intake: EventIntake) {}

  @Post()
  @Allow('source_key')
  @UseGuards(SourceKeyGuard)
  async ingest(
    @Req() request: FastifyRequest,
    @Headers() headers: Record<string, string | undefined>,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IngestAnswer> {
    const flags = { dryRun: flag(query, 'dry_run'), strict: flag(query, 'strict') };
    const isLines = /^application\/x-ndjson\b/i.test(headers['content-type'] ?? '');
    if (!isLines && !/^application\/json\b/i.test(headers['content-type'] ?? '')) throw refuse.badType();
    if (!(request.body instanceof Readable)) throw refuse.emptyBatch();
    const body = await readBody(request.body, headers['content-encoding'], headers['content-length']);
    const envelope = readEvents(body, isLines);
    const names = {
      organizations: [headers['x-essor-organization'], envelope.organization],
      sources: [headers['x-essor-source'], envelope.source],
    };
    const answer = await this.intake.take(request.keyHolder, envelope.events, names, flags);
    const isRefused = answer.accepted === 0 && answer.rejected > 0;
    void reply.status(isRefused ? 422 : 202);
    if (answer.rejected > 0) void reply.header('x-events-rejected', String(answer.rejected));
    return answer;
  }
}

function flag(query: Record<string, unknown>, name: string): boolean {
  const value = query[name];
  if (value === undefined || value === 'false' || value === '0') return false;
  if (value === 'true' || value === '1' || value === '') return true;
  throw refuse.badFlag(name);
}
