import { type FastifySessionOptions, type SessionStore } from '@fastify/session';
import { createHmac } from 'node:crypto';
import { type SessionData, type SessionRepository } from '#storage/access/session.repository.js';
import { type Settings } from '#runtime/settings.js';

declare module 'fastify' {
  interface Session {
    accountId?: string;
    /** The identity provider that vouched for the person, and what it takes to sign out there. */
    provider?: string;
    idToken?: string;
    /** The number of the session there: it may end it. */
    sid?: string;
  }
}

/** However much it is used, a session ends twelve hours after signing in. */
const absolute = 12 * 3600 * 1000;

export const sessionCookie = 'essor_session';

/** Signs the cookie. Derived, so that it is no other use of APP_SECRET. */
export function sessionSecret(settings: Pick<Settings, 'APP_SECRET'>): string {
  return createHmac('sha256', settings.APP_SECRET).update('session cookies').digest('base64url');
}

/** How @fastify/session keeps sessions: in PostgreSQL, saved at sign-in only. */
export function sessionOptions(
  settings: Pick<Settings, 'APP_SECRET' | 'COOKIE_SECURE'>,
  sessions: SessionRepository,
): FastifySessionOptions {
  return {
    secret: sessionSecret(settings),
    cookieName: sessionCookie,
    cookie: {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: { auto: 'auto' as const, always: true, never: false }[settings.COOKIE_SECURE],
      maxAge: absolute,
    },
    saveUninitialized: false,
    rolling: false,
    store: storeOf(sessions),
  };
}

/** The plugin's callbacks over our promises. */
function storeOf(sessions: SessionRepository): SessionStore {
  return {
    get(secret, done) {
      sessions.use(secret).then((data) => done(null, data as never), done);
    },
    set(secret, session, done) {
      const { cookie, accountId, provider, idToken, sid } = session;
      const data = JSON.parse(JSON.stringify({ cookie, accountId, provider, idToken, sid })) as SessionData;
      sessions.save(secret, accountId ?? null, data).then(() => done(), done);
    },
    destroy(secret, done) {
      sessions.end(secret).then(() => done(), done);
    },
  };
}
