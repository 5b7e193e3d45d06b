import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Logger } from '#runtime/logger.js';
import { Problem, problemDocument, problemType } from '#runtime/problem.js';
import { errorCode, isUnavailable } from '#storage/event/repeatable.js';
import { type Policy } from '../access/policy.js';
import { problemAsScim, scimError, scimType } from './scim-problem.js';

/** Problems that the server itself finds, by status: [code, sentence]. */
const known: Record<number, readonly [string, string]> = {
  400: ['invalid_request', 'The request cannot be read.'],
  404: ['not_found', 'There is nothing here.'],
  405: ['method_not_allowed', 'This cannot be done here.'],
  408: ['request_timeout', 'The request took too long to arrive.'],
  413: ['body_too_large', 'The body is too large.'],
  414: ['uri_too_long', 'The address is too long.'],
  415: ['unsupported_media_type', 'The content type is not accepted here.'],
  429: ['too_many_requests', 'Too many requests: wait before trying again.'],
  431: ['headers_too_large', 'The headers are too large.'],
  503: ['unavailable', 'Essor cannot answer now: try again in a moment.'],
};

// By the time it arrives here, what the parser said has become a bad request with only its sentence left.
const isMalformedJson = (error: unknown) =>
  error instanceof HttpException &&
  error.getStatus() === 400 &&
  /JSON|forbidden prototype property/.test(error.message);

// Values that no column can hold: an untranslatable character (a NUL, half a surrogate pair), a number or a day out of range.
const unstorable = new Set(['22021', '22P05', '22003', '22008']);
const isUnstorable = (error: unknown): boolean => unstorable.has(errorCode(error) ?? '');

/** The one place where an error becomes an answer: RFC 9457, a stable code, nothing of what went on inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refused = scimError(error);
    if (refused) return answerScim(reply, refused.status, refused.body);
    const problem = problemOf(error);
    if (problem.status >= 500) {
      const route = request.routeOptions.url;
      this.logger.error({ err: error, requestId: request.id, method: request.method, route }, problem.code);
    }
    if (reply.sent) return;
    const isScim = (request.routeOptions.config as { policy?: Policy } | undefined)?.policy === 'scim';
    if (isScim) return answerScim(reply.headers(problem.headers), problem.status, problemAsScim(problem));
    const document = { ...problemDocument(problem), instance: `urn:essor:request:${request.id}` };
    void reply.status(problem.status).headers(problem.headers).type(problemType).send(JSON.stringify(document));
  }
}

function answerScim(reply: FastifyReply, status: number, body: Record<string, unknown>): void {
  if (!reply.sent) void reply.status(status).type(scimType).send(JSON.stringify(body));
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isUnavailable(error)) return plain(503, { 'retry-after': '2' });
  if (isMalformedJson(error)) return new Problem('malformed_json', 400, 'The body is not valid JSON.');
  if (isUnstorable(error)) return new Problem('invalid_request', 400, 'A value cannot be stored or looked up.');
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number } | null)?.statusCode;
  if (status !== undefined && (status < 500 || status === 503)) return plain(status);
  return new Problem('internal_error', 500, 'Something went wrong on our side.');
}

function plain(status: number, headers: Record<string, string> = {}): Problem {
  const [code, sentence] = known[status] ?? ['refused', 'The request was refused.'];
  return new Problem(code, status, sentence, {}, headers);
}
