import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Policy } from '../access/policy.js';
import { type Handler } from '../access/routes.js';
import { hasBody } from './body-patience.js';
import { Turns } from './turns.js';

export const costlyKey = 'essor:costly';

/**
 * Of one organisation so many pages are worked on at a time, half of the connections that read: the next of another finds
 * one free, and waits behind four and not behind hundreds. Those that wait are bounded by their places in flight.
 */
const atOnce = 4;

/** Before the session is looked up; given back as soon as the answer is made, however slowly it is fetched. */
export function takePageTurns(server: FastifyInstance): void {
  const turns = new Turns(atOnce);
  const ends = new WeakMap<FastifyRequest, () => void>();
  const take = (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    const organization = waitsWith(request);
    if (organization === null || reply.raw.destroyed) return done();
    let gone = false;
    reply.raw.once('close', () => {
      gone = true;
      ends.get(request)?.();
    });
    void turns.take(organization).then((end) => {
      let ended = false;
      ends.set(request, () => {
        if (!ended) end();
        ended = true;
      });
      // Nothing is done for who went away meanwhile.
      if (gone) ends.get(request)?.();
      else done();
    });
  };
  server.addHook('onRequest', (request, reply, done) => (hasBody(request) ? done() : take(request, reply, done)));
  server.addHook('preValidation', (request, reply, done) => (hasBody(request) ? take(request, reply, done) : done()));
  server.addHook('onSend', (request, _reply, _payload, done) => {
    ends.get(request)?.();
    done();
  });
}

/** Null for what has turns or places of its own: events, files, streams of news, and what is costly. */
function waitsWith({ headers, params, routeOptions }: FastifyRequest): string | null {
  const { org } = (params ?? {}) as { org?: string };
  const { policy, handler } = routeOptions.config as { policy?: Policy; handler?: Handler };
  if (org === undefined || policy === undefined || isCostly(handler)) return null;
  if (policy === 'import' || headers.accept?.includes('text/event-stream')) return null;
  return org;
}

function isCostly(handler?: Handler): boolean {
  if (!handler) return false;
  const { prototype } = handler.controller as { prototype: Record<string | symbol, object> };
  const method = prototype[handler.name];
  return method !== undefined && Reflect.hasMetadata(costlyKey, method);
}
