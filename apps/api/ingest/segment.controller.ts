import { Controller, Headers, HttpCode, Post, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { ingestLimits, type SegmentAnswer } from '#contract/events.js';
import { Allow } from '../access/allow.js';
import { EventIntake } from './event-intake.js';
import { refuse } from './ingest-problem.js';
import { readBody } from './read-body.js';
import { documentIn, type RequestHeaders } from './read-documents.js';
import { keyIn, SourceKeys } from './source-keys.js';

/** Without a key in the header the body must be read to find one, so it may be no larger than clients make it. */
const unknownCallerBytes = 512 * 1024;

/**
 * The calls of Segment's HTTP interface, which RudderStack shares. Clients drop what is answered with 400 and repeat
 * everything else but 200, so that a batch with refused messages is 200 as well, and says so in a header.
 */
@Controller('v1')
export class SegmentController {
  constructor(
    private readonly intake: EventIntake,
    private readonly keys: SourceKeys,
  ) {}

  @Post(['batch', 'identify', 'track', 'page', 'screen', 'group', 'alias'])
  @Allow('source_key')
  @HttpCode(200)
  async take(
    @Req() request: FastifyRequest,
    @Headers() headers: RequestHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SegmentAnswer> {
    const key = keyIn(headers.authorization);
    const known = key === undefined ? null : await this.keys.admit(key);
    const document = await documentOf(request, headers, known === null);
    const holder = known ?? (await this.keys.admit(writeKeyIn(document)));
    const documents = messagesIn(document, request.routeOptions.url?.split('/').at(-1) ?? '');
    const answer = await this.intake.takeStream(
      holder,
      { vocabulary: 'segment', documents },
      { organizations: [], sources: [] },
      { dryRun: false, strict: false },
    );
    if (answer.rejected > 0) void reply.header('x-events-rejected', String(answer.rejected));
    return { success: true, ...answer };
  }
}

/** Clients label what they send as they like; it is JSON all the same. */
async function documentOf({ body }: FastifyRequest, headers: RequestHeaders, isUnknown: boolean) {
  if (!(body instanceof Readable)) throw isUnknown ? refuse.noKey() : refuse.emptyBatch();
  return documentIn(await readBody(body, headers, isUnknown ? unknownCallerBytes : ingestLimits.bodyBytes));
}

function writeKeyIn(document: unknown): string | undefined {
  const isObject = typeof document === 'object' && document !== null && 'writeKey' in document;
  return isObject && typeof document.writeKey === 'string' ? document.writeKey : undefined;
}

/** A batch holds its messages; any other call is one message, named by its route. */
function messagesIn(document: unknown, call: string): readonly unknown[] {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) throw refuse.badDocument();
  if (call !== 'batch') return [{ ...document, type: call }];
  const batch = 'batch' in document ? document.batch : undefined;
  if (!Array.isArray(batch)) throw refuse.badDocument();
  if (batch.length > ingestLimits.events) throw refuse.tooManyEvents();
  return batch as readonly unknown[];
}
