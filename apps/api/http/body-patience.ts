import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Problem, problemDocument, problemType } from '#runtime/problem.js';
import { type Policy } from '../access/policy.js';

/** Milliseconds in which the whole of a request must have arrived. */
export interface Patience {
  /** Also for what nobody reads any more: it would hold its connection. */
  body: number;
  /** For a file from somebody who may hand one in. */
  file: number;
}

/** 5 MB at 0.7 Mbit/s, 200 MB at 0.9 Mbit/s. */
export const ordinaryPatience: Patience = { body: 60_000, file: 30 * 60_000 };

export const hasBody = ({ headers }: FastifyRequest) =>
  headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;

/** Ends connections on which a body never ends: they need no account, and would be held for ever. */
export function limitBodies(server: FastifyInstance, { body, file }: Patience): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (!hasBody(request)) return done();
    const { raw } = request;
    let waiting = setTimeout(() => {
      if (!takesFile(request, reply)) return giveUp(request, reply);
      waiting = setTimeout(() => giveUp(request, reply), file - body).unref();
    }, body).unref();
    for (const event of ['end', 'close']) raw.once(event, () => clearTimeout(waiting));
    done();
  });
}

const takesFile = ({ routeOptions }: FastifyRequest, reply: FastifyReply) =>
  !reply.sent && (routeOptions.config as { policy?: Policy }).policy === 'import';

function giveUp(request: FastifyRequest, reply: FastifyReply): void {
  if (request.raw.complete) return;
  if (reply.sent) return void request.raw.destroy();
  const problem = new Problem('request_timeout', 408, 'The request took too long to arrive.');
  const document = { ...problemDocument(problem), instance: `urn:essor:request:${request.id}` };
  // Whoever still reads is not told by a connection that closes behind an answer, and would wait in its transaction.
  reply.raw.once('finish', () => request.raw.destroy(problem));
  void reply.status(408).header('connection', 'close').type(problemType).send(JSON.stringify(document));
}
