import { type Readable } from 'node:stream';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type Policy } from '../access/policy.js';

const policyOf = (request: FastifyRequest) => (request.routeOptions.config as { policy?: Policy }).policy;
const isRaw = (request: FastifyRequest) => policyOf(request) === 'source_key';
/** The one form that anybody sends us: an identity provider's. */
const largestForm = 64 * 1024;

/**
 * Bodies that a route reads by itself, as a stream, after its caller is known: events under a source's key, and files.
 * Everything else that is JSON goes the ordinary way.
 */
export function installBodyParsers(server: FastifyInstance): void {
  const ordinary = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', (request, payload, done) => {
    if (isRaw(request)) return done(null, payload);
    const limit = server.initialConfig.bodyLimit ?? 1_048_576;
    readText(payload, limit, done, (text) => void ordinary(request, text, done));
  });
  const files = ['text/csv', 'application/gzip', 'application/zip', 'application/octet-stream', 'application/x-ndjson'];
  server.addContentTypeParser(files, (_request, payload, done) => done(null, payload));
  // Some clients send their events under the name of a form or of a text; nothing else here is sent as either.
  server.removeContentTypeParser(['application/x-www-form-urlencoded', 'text/plain']);
  server.addContentTypeParser('*', (request, payload, done) => {
    if (isRaw(request)) return done(null, payload);
    const isForm = /^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '');
    if (isForm && policyOf(request) === 'back_channel')
      return readText(payload, largestForm, done, (text) => done(null, Object.fromEntries(new URLSearchParams(text))));
    done(
      Object.assign(new Error('Unsupported media type'), { statusCode: 415, code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE' }),
    );
  });
}

function readText(
  payload: Readable,
  limit: number,
  failed: (error: Error) => void,
  read: (text: string) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  payload.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  });
  payload.once('error', failed);
  payload.once('end', () => {
    if (size <= limit) return read(Buffer.concat(chunks).toString('utf8'));
    const tooLarge = { statusCode: 413, code: 'FST_ERR_CTP_BODY_TOO_LARGE' };
    failed(Object.assign(new Error('Request body is too large'), tooLarge));
  });
}
