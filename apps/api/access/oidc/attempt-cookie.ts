import { randomBytes } from 'node:crypto';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Settings } from '#runtime/settings.js';
import { attemptMinutes } from '#storage/access/sign-in-attempt.js';

const cookie = 'essor_sign_in';

/** The secret of the browser that begins: only that one may finish, so that a link that somebody else began signs nobody in. A second tab goes on with the secret of the first. */
export function attemptCookie(request: FastifyRequest, reply: FastifyReply, secure: Settings['COOKIE_SECURE']): string {
  const browser = browserOf(request) ?? randomBytes(32).toString('base64url');
  reply.setCookie(cookie, browser, {
    path: '/v1/identity-providers',
    httpOnly: true,
    sameSite: 'lax',
    secure: secure === 'always' || (secure === 'auto' && request.protocol === 'https'),
    maxAge: attemptMinutes * 60,
  });
  return browser;
}

export function browserOf(request: FastifyRequest): string | null {
  const secret = request.cookies[cookie];
  return secret !== undefined && /^[\w-]{43}$/.test(secret) ? secret : null;
}
