import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type TracedRequest, type Tracing } from '#runtime/tracing/tracing.js';

/** What is asked every few seconds of every process, and the files of the dashboard, tell nothing. */
const followed = /^\/(v1|scim)\//;

/** Follows each request to its end, by its route as the source writes it: never by its address. */
export function traceRequests(server: FastifyInstance, tracing: Tracing): void {
  const traced = new WeakMap<FastifyRequest, TracedRequest>();
  const enter = (request: FastifyRequest, done: () => void) => {
    const one = traced.get(request);
    if (one) one.around(done);
    else done();
  };
  server.addHook('onRequest', (request, _reply, done) => {
    if (followed.test(request.routeOptions.url ?? '')) traced.set(request, tracing.request());
    enter(request, done);
  });
  // What reads a body goes on where the connection is listened to.
  server.addHook('preValidation', (request, _reply, done) => enter(request, done));
  server.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    traced.get(request)?.end({ method, route: routeOptions.url ?? 'none', status: reply.statusCode });
    done();
  });
}
