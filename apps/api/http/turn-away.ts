import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Problem, problemDocument, problemType } from '#runtime/problem.js';

/** Answers before anything is looked up: come back in so many seconds. */
export function turnAway(request: FastifyRequest, reply: FastifyReply, problem: Problem, seconds: number): void {
  // Its body is not waited for.
  if (!request.raw.complete) void reply.header('connection', 'close');
  const document = { ...problemDocument(problem), instance: `urn:essor:request:${request.id}` };
  void reply
    .status(problem.status)
    .header('retry-after', String(seconds))
    .type(problemType)
    .send(JSON.stringify(document));
}
