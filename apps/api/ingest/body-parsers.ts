import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type Policy } from '../access/policy.js';

const isRaw = (request: FastifyRequest) => (request.routeOptions.config as { policy?: Policy }).policy === 'source_key';

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
    const chunks: Buffer[] = [];
    let size = 0;
    payload.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
    });
    payload.once('error', (error) => done(error));
    payload.once('end', () => {
      if (size > limit)
        return done(
          Object.assign(new Error('Request body is too large'), {
            statusCode: 413,
            code: 'FST_ERR_CTP_BODY_TOO_LARGE',
          }),
        );
      void ordinary(request, Buffer.concat(chunks).toString('utf8'), done);
    });
  });
  const files = ['text/csv', 'application/gzip', 'application/zip', 'application/octet-stream', 'application/x-ndjson'];
  server.addContentTypeParser(files, (_request, payload, done) => done(null, payload));
  // Some clients send their events under the name of a form or of a text; nothing else here is sent as either.
  server.removeContentTypeParser(['application/x-www-form-urlencoded', 'text/plain']);
  server.addContentTypeParser('*', (request, payload, done) => {
    if (isRaw(request)) return done(null, payload);
    done(
      Object.assign(new Error('Unsupported media type'), { statusCode: 415, code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE' }),
    );
  });
}
