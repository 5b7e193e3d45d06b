import { jwtVerify, type JWTVerifyGetKey } from 'jose';
import { type OidcProvider } from '#runtime/oidc-settings.js';
import { type EndedAtProvider } from '#storage/access/end-by-provider.js';

const event = 'http://schemas.openid.net/event/backchannel-logout';
/** A provider sends it when somebody leaves: what is older was kept by somebody. */
const oldestSeconds = 300;
const toleratedSeconds = 30;

/** What a logout token says (OpenID Connect Back-Channel Logout 1.0, 2.6). Throws where anything about it is not as it must be. */
export async function readLogoutToken(
  token: string,
  { key, clientId, algorithm }: OidcProvider,
  { issuer, keys }: { issuer: string; keys: JWTVerifyGetKey },
): Promise<EndedAtProvider> {
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    ...{ issuer, audience: clientId, algorithms: [algorithm], requiredClaims: ['iat', 'jti', 'events'] },
    ...{ maxTokenAge: oldestSeconds, clockTolerance: toleratedSeconds },
  });
  const { typ = 'JWT' } = protectedHeader;
  if (!['jwt', 'logout+jwt'].includes(typ.toLowerCase().replace(/^application\//, ''))) throw refused('type');
  const { iat = 0, jti, sub, sid, events } = payload;
  const told = (events as Record<string, unknown> | null)?.[event];
  if (typeof told !== 'object' || told === null) throw refused('event');
  // An ID token has one: it must never pass for this.
  if ('nonce' in payload) throw refused('nonce');
  const [subject, session] = [textOrNull(sub), textOrNull(sid)];
  if (subject === null && session === null) throw refused('subject');
  if (typeof jti !== 'string' || jti === '') throw refused('id');
  const until = new Date((iat + oldestSeconds + 2 * toleratedSeconds) * 1000);
  return { provider: key, issuer, subject, sid: session, tokenId: jti, until };
}

const refused = (what: string) => new Error(`not a logout token: ${what}`);

/** A claim of another type is not passed over. */
function textOrNull(claim: unknown): string | null {
  if (claim === undefined) return null;
  if (typeof claim !== 'string' || claim === '') throw refused('claim');
  return claim;
}
