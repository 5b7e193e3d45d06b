import { fieldsOf, textOf } from '../json/fields.js';
import { acceptedOf, dataOf } from './answer.js';
import { type Network } from './network.js';
import { PullProblem } from './pull-problem.js';

/** What opens a source. */
export interface Credentials {
  /** The header `Authorization`; throws PullProblem. */
  header(): Promise<string>;
  /** To be called when the header was refused: true where another one can be had. */
  renew(): boolean;
}

/** A token that somebody made, or a user and a password: refused once, they are refused again. */
export function fixedCredentials(secret: string, user: string | null): Credentials {
  const header =
    user === null ? `Bearer ${secret}` : `Basic ${Buffer.from(`${user}:${secret}`, 'utf8').toString('base64')}`;
  return { header: () => Promise.resolve(header), renew: () => false };
}

export interface Client {
  /** Where tokens are given. */
  authority: URL;
  tenant: string;
  clientId: string;
  secret: string;
  scope: string;
}

/** A token that is used up to its end is refused on the way. */
const margin = 60_000;

/** OAuth 2.0 client credentials (RFC 6749, 4.4): a token is asked for when there is none, or the last one is old. */
export function clientCredentials(network: Network, client: Client, now: () => Date): Credentials {
  let kept: { token: string; until: number } | null = null;
  return {
    async header() {
      if (kept === null || kept.until <= now().getTime()) kept = await fetchToken(network, client, now());
      return `Bearer ${kept.token}`;
    },
    renew() {
      const had = kept !== null;
      kept = null;
      return had;
    },
  };
}

async function fetchToken(network: Network, { authority, tenant, clientId, secret, scope }: Client, now: Date) {
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret, scope };
  const answer = await network.send({
    url: new URL(`/${encodeURIComponent(tenant)}/oauth2/v2.0/token`, authority),
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(form).toString(),
  });
  // Tenant, client or secret: which of them is wrong is told in a text that is not kept.
  if (answer.status === 400 || answer.status === 401) throw new PullProblem('credentials_refused');
  const told = fieldsOf(dataOf(acceptedOf(answer, now)));
  const token = textOf(told?.['access_token']);
  if (token === null) throw new PullProblem('unexpected_answer');
  const seconds = Number(told?.['expires_in']);
  return { token, until: now.getTime() + (Number.isFinite(seconds) ? seconds * 1000 : 0) - margin };
}
