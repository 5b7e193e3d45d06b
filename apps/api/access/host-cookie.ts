import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Settings } from '#runtime/settings.js';
import { sessionCookie } from './session-store.js';

/** A name that browsers believe only over https, from this very host and for all of its paths: no neighbour can plant one. */
export const hostCookie = `__Host-${sessionCookie}`;

/** Browsers take no such name over plain http, as on the own machine: there it stays the short one. */
const isHost = (request: FastifyRequest, secure: Settings['COOKIE_SECURE']) =>
  secure !== 'never' && request.protocol === 'https';

/** The cookie that names the session, before any plugin has read it; undefined where none is brought. */
export function sessionOf(request: FastifyRequest, secure: Settings['COOKIE_SECURE']): string | undefined {
  const { cookie } = request.headers;
  if (cookie === undefined) return undefined;
  return request.server.parseCookie(cookie)[isHost(request, secure) ? hostCookie : sessionCookie];
}

/** After the cookies are read and before the session is looked for. */
export function readHostCookie(fastify: FastifyInstance, secure: Settings['COOKIE_SECURE']): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (isHost(request, secure)) request.cookies[sessionCookie] = request.cookies[hostCookie];
    done();
  });
}

/** After the session is written. */
export function writeHostCookie(fastify: FastifyInstance, secure: Settings['COOKIE_SECURE']): void {
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    if (isHost(request, secure)) rename(reply);
    done();
  });
}

function rename(reply: FastifyReply): void {
  const set = reply.getHeader('set-cookie');
  if (set === undefined) return;
  const named = [set].flat().map((line) => {
    if (!String(line).startsWith(`${sessionCookie}=`)) return String(line);
    // What takes a cookie back says nothing of https, and is not believed without.
    return `__Host-${String(line)}${/;\s*secure\b/i.test(String(line)) ? '' : '; Secure'}`;
  });
  reply.removeHeader('set-cookie');
  void reply.header('set-cookie', named);
}
