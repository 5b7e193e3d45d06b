import { type FastifyRequest } from 'fastify';
import { Problem } from '#runtime/problem.js';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Browsers say where a request that changes something comes from, and cannot be made to lie. SameSite already keeps
 * the cookie from other sites; this also refuses other hosts of the same site, and a sign-in forged elsewhere.
 * A caller that sends neither header is not a browser and carries nobody's cookie but its own.
 */
export function refuseForeignOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  if (safe.has(request.method)) return;
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (typeof site === 'string' && site !== 'same-origin' && site !== 'none') throw foreign();
  if (origin !== undefined && origin !== ownOrigin(request, publicUrl)) throw foreign();
}

/** How browsers call this server. */
export const ownOrigin = (request: FastifyRequest, publicUrl: string | undefined) =>
  publicUrl === undefined ? `${request.protocol}://${request.host}` : new URL(publicUrl).origin;

const foreign = () => new Problem('foreign_origin', 403, 'This request comes from another site.');
