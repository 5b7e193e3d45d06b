import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Problem } from '#runtime/problem.js';
import { type Policy } from '../access/policy.js';
import { hasBody } from './body-patience.js';
import { turnAway } from './turn-away.js';

/** What is bounded by itself, so that none takes the places of another. */
export type Part = 'events' | 'files' | 'directory' | 'pages' | 'streams';

/** Requests at once. Beyond, callers are told to come back, while there is still memory and a connection for the others. */
export type Places = Record<Part, number>;

/**
 * Events are stored in two transactions at a time, of many requests each: what waits costs memory, up to 5 MB a request.
 * Others wait for one of eight connections some milliseconds each; a token may ask two hundred times at once, that of an
 * identity provider five hundred times. A file may take half an hour to come, a stream of news as long as its page is open.
 */
export const ordinaryPlaces: Places = { events: 128, files: 32, directory: 1200, pages: 500, streams: 1000 };

/** What one key or organisation may take of a part: the others always find a place. */
const largestShare = 0.5;

/** Counts what is being answered, and turns away what is too much. */
export class InFlight {
  readonly taken: Places = { events: 0, files: 0, directory: 0, pages: 0, streams: 0 };
  private readonly shares = new Map<string, number>();

  constructor(
    private readonly places: Places,
    private readonly turnedAway: (part: Part) => void,
  ) {}

  /**
   * Before the session is looked up, which takes a connection. With a body, after it has arrived, which is read before
   * its sender is known: one that trickles in holds no place.
   */
  bound(server: FastifyInstance): void {
    const take = (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
      const part = partOf(request);
      // Who went away meanwhile would never give it back: the connection closed already.
      if (part === null || reply.raw.destroyed) return done();
      const end = this.enter(part, sharerOf(request, part));
      if (!end) return this.turnAway(part, request, reply);
      reply.raw.once('close', end);
      done();
    };
    server.addHook('onRequest', (request, reply, done) => (hasBody(request) ? done() : take(request, reply, done)));
    server.addHook('preValidation', (request, reply, done) => (hasBody(request) ? take(request, reply, done) : done()));
  }

  /** What ends it, once; null where there is no place. */
  enter(part: Part, sharer: string): (() => void) | null {
    const share = `${part} ${sharer}`;
    const own = this.shares.get(share) ?? 0;
    if (this.taken[part] >= this.places[part] || own >= Math.max(1, this.places[part] * largestShare)) return null;
    this.taken[part]++;
    this.shares.set(share, own + 1);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.taken[part]--;
      const left = (this.shares.get(share) ?? 1) - 1;
      if (left > 0) this.shares.set(share, left);
      else this.shares.delete(share);
    };
  }

  private turnAway(part: Part, request: FastifyRequest, reply: FastifyReply): void {
    this.turnedAway(part);
    const words = 'More is asked for than can be answered now: try again in a moment.';
    turnAway(request, reply, new Problem('overloaded', 503, words), 1);
  }
}

/** Null for what costs nothing and must answer in any case: the dashboard's own files, and whether this process lives. */
function partOf({ method, headers, routeOptions }: FastifyRequest): Part | null {
  const { policy } = routeOptions.config as { policy?: Policy };
  if (policy === undefined || (policy === 'public' && (method === 'GET' || method === 'HEAD'))) return null;
  if (policy === 'source_key') return 'events';
  if (policy === 'scim') return 'directory';
  if (policy === 'import' && method === 'POST') return 'files';
  return headers.accept?.includes('text/event-stream') ? 'streams' : 'pages';
}

/** Who is not yet known is known by what they bring. */
function sharerOf({ headers, params, ip }: FastifyRequest, part: Part): string {
  const { org } = (params ?? {}) as { org?: string };
  return (part === 'events' || part === 'directory' ? headers.authorization : org) ?? ip;
}
