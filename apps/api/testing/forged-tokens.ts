import { decodeJwt, generateKeyPair, importJWK, type JWK, SignJWT, UnsecuredJWT } from 'jose';
import { type TestProvider } from './test-provider.js';

type Forge = (token: string, ours: TestProvider, other: TestProvider) => Promise<string> | string;
type Claims = Record<string, unknown>;

const now = () => Math.floor(Date.now() / 1000);

async function sign(claims: Claims, key: JWK, header: object = {}): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: 'one', ...header })
    .sign(await importJWK(key, 'RS256'));
}

/** Rightly signed, whatever was changed. */
export const resign = (token: string, { key }: TestProvider, change: Claims = {}): Promise<string> =>
  sign({ ...decodeJwt(token), ...change }, key);

const changed =
  (change: (ours: TestProvider, other: TestProvider) => Claims): Forge =>
  (token, ours, other) =>
    resign(token, ours, change(ours, other));

/** What somebody may put in the place of an ID token, and how. */
export const forgeries: [string, Forge][] = [
  [
    'signed by another key of the same name',
    async (token) =>
      new SignJWT(decodeJwt(token))
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .sign((await generateKeyPair('RS256')).privateKey),
  ],
  ['signed by the key of another provider', (token, _, { key }) => sign(decodeJwt(token), key)],
  [
    'changed after it was signed',
    (token) => {
      const [header, , signature] = token.split('.');
      const claims = JSON.stringify({ ...decodeJwt(token), sub: 'root' });
      return [header, Buffer.from(claims).toString('base64url'), signature].join('.');
    },
  ],
  ['signed by nobody', (token) => new UnsecuredJWT(decodeJwt(token)).encode()],
  ['without its signature', (token) => `${token.split('.').slice(0, 2).join('.')}.`],
  [
    'signed with the secret of the client',
    (token, { secret }) =>
      new SignJWT(decodeJwt(token)).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret)),
  ],
  [
    'that brings its own key',
    (token, _, { key }) => sign(decodeJwt(token), key, { kid: '../../two', jwk: { kty: key.kty, n: key.n, e: key.e } }),
  ],
  ['for another client', changed(() => ({ aud: 'another' }))],
  ['for several, asked for by another', changed(() => ({ aud: ['essor', 'another'], azp: 'another' }))],
  ['of another issuer', changed((_, { issuer }) => ({ iss: issuer }))],
  ['of another tenant of the issuer', changed(({ issuer }) => ({ iss: `${issuer}/other` }))],
  ['that expired', changed(() => ({ iat: now() - 7200, exp: now() - 3600 }))],
  ['that never expires', changed(() => ({ exp: undefined }))],
  ['that is not valid yet', changed(() => ({ nbf: now() + 3600 }))],
  ['of another sign-in', changed(() => ({ nonce: 'an older nonce' }))],
  ['of no sign-in', changed(() => ({ nonce: undefined }))],
  ['about nobody', changed(() => ({ sub: undefined }))],
  ['that is none', () => 'token'],
];
