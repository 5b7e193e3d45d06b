import { type CustomFetch } from 'openid-client';
import { openNetwork } from '#connectors/pull/network.js';
import { type OutgoingProxy } from '#connectors/pull/outgoing-proxy.js';

export interface ProviderNetwork {
  fetch: CustomFetch;
  close(): Promise<void>;
}

const patience = { connect: 5_000, headers: 10_000, body: 10_000 };
const largestAnswer = 1024 * 1024;

/**
 * Asks providers through the proxy of the settings, follows no redirect, and never reaches where clouds keep the keys of
 * their machines. A provider may stand in the organisation's own network: the operator named it.
 */
export function openProviderNetwork(proxy: OutgoingProxy | null): ProviderNetwork {
  const network = openNetwork({ allowsPrivate: true, patience, largestAnswer, proxy });
  return {
    close: () => network.close(),
    fetch: async (address, { method, headers, body }) => {
      const answer = await network.send({
        url: new URL(address),
        method: method === 'POST' ? 'POST' : 'GET',
        headers,
        ...(body === null || body === undefined ? {} : { body: textOf(body) }),
      });
      const isEmpty = answer.status === 204 || answer.status === 304;
      return new Response(isEmpty ? null : new Uint8Array(answer.body), {
        status: answer.status,
        headers: answer.headers,
      });
    },
  };
}

function textOf(body: unknown): string {
  if (typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new TypeError('a provider is sent forms only');
}
