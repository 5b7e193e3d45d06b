import { Controller, Headers, HttpCode, Post, Put, Query, Req, Res, UseGuards } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { ingestLimits } from '#contract/events.js';
import { identified } from '#connectors/xapi/identified.js';
import { Problem } from '#runtime/problem.js';
import { Allow } from '../access/allow.js';
import { EventIntake } from './event-intake.js';
import { refuse } from './ingest-problem.js';
import { readBody } from './read-body.js';
import { documentIn, mediaTypeOf, type RequestHeaders } from './read-documents.js';
import { holderOf, SourceKeyGuard } from './source-key.guard.js';

const versionHeader = 'x-experience-api-version';

/** Statements as a learning record store takes them: all of a request, or nothing. They cannot be read back. */
@Controller('v1/xapi/statements')
@UseGuards(SourceKeyGuard)
export class XapiController {
  constructor(private readonly intake: EventIntake) {}

  @Post()
  @Allow('source_key')
  @HttpCode(200)
  async add(
    @Req() request: FastifyRequest,
    @Headers() headers: RequestHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string[]> {
    const document = await documentOf(request, headers, reply);
    const statements = identified(Array.isArray(document) ? document : [document]);
    await this.store(
      request,
      statements.map(({ statement }) => statement),
    );
    return statements.map(({ id }) => id);
  }

  @Put()
  @Allow('source_key')
  @HttpCode(204)
  async put(
    @Req() request: FastifyRequest,
    @Headers() headers: RequestHeaders,
    @Query('statementId') statementId: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const document = await documentOf(request, headers, reply);
    if (typeof document !== 'object' || document === null || Array.isArray(document)) throw refuse.badDocument();
    const id = 'id' in document ? document.id : undefined;
    if (typeof statementId !== 'string' || (id !== undefined && id !== statementId)) throw otherId();
    await this.store(request, [{ ...document, id: statementId }]);
  }

  private async store(request: FastifyRequest, documents: readonly unknown[]): Promise<void> {
    if (documents.length > ingestLimits.events) throw refuse.tooManyEvents();
    const answer = await this.intake.takeStream(
      holderOf(request),
      { vocabulary: 'xapi', documents },
      { organizations: [], sources: [] },
      { dryRun: false, strict: true },
    );
    if (answer.rejected > 0) throw refusedStatements(answer.errors);
  }
}

async function documentOf({ body }: FastifyRequest, headers: RequestHeaders, reply: FastifyReply): Promise<unknown> {
  const version = /^(?:1\.0(?:\.\d+)?|2\.0(?:\.\d+)?)$/.exec(headers[versionHeader] ?? '')?.[0];
  if (version === undefined) throw badVersion();
  void reply.header(versionHeader, version.startsWith('2') ? '2.0.0' : '1.0.3');
  if (mediaTypeOf(headers) !== 'application/json') throw refuse.badStatementType();
  if (!(body instanceof Readable)) throw refuse.emptyBatch();
  return documentIn(await readBody(body, headers));
}

const badVersion = () =>
  new Problem(
    'unsupported_version',
    400,
    'Send X-Experience-API-Version: 1.0.3 or 2.0.0.',
    {},
    {
      [versionHeader]: '1.0.3',
    },
  );
const otherId = () =>
  new Problem('bad_statement_id', 400, 'Give statementId in the query, the same as in the statement.');

/** A conflict alone is told as one: the statement is known, with other content. */
function refusedStatements(errors: readonly { code: string }[]): Problem {
  const isConflict = errors.every(({ code }) => code === 'conflict');
  const message = isConflict
    ? 'A statement of that id is known with other content. Nothing was stored.'
    : 'A statement was refused. Nothing was stored.';
  return new Problem(isConflict ? 'conflict' : 'refused_statements', isConflict ? 409 : 400, message, { errors });
}
