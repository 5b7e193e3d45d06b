import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isAllowedIp } from './address-guard.js';
import { PullProblem } from './pull-problem.js';

/** The way out of a network that lets nobody out by itself. */
export interface OutgoingProxy {
  /** http or https; may carry the name and password that the proxy asks for. */
  address: string;
  /** Hosts that are asked directly, as in NO_PROXY. */
  except: string;
}

const hostOf = (url: URL) => url.hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
const portOf = (url: URL) => url.port || (url.protocol === 'https:' ? '443' : '80');

/**
 * Whether a list as in NO_PROXY names a host: `*` all; `acme.example` and `.acme.example` that domain and all below it;
 * an address as it is written; each also with a port.
 */
export function isExcepted(url: URL, except: string): boolean {
  const [host, port] = [hostOf(url), portOf(url)];
  return except.split(/[\s,]+/).some((entry) => {
    if (entry === '*') return true;
    const [, bracketed, plain, only] =
      /^(?:\[(.*)\]|(.*?))(?::(\d+))?$/.exec(isIP(entry) === 6 ? `[${entry}]` : entry) ?? [];
    const domain = (bracketed ?? plain ?? '').replace(/^\*?\./, '').toLowerCase();
    if (domain === '' || (only !== undefined && only !== port)) return false;
    return host === domain || (isIP(host) === 0 && host.endsWith(`.${domain}`));
  });
}

export type LookUp = (name: string) => Promise<readonly { address: string }[]>;
const lookUp: LookUp = (name) => lookup(name, { all: true });

/** Where a cloud answers its machines with their keys. */
const neverAsked = new Set(['metadata.google.internal', 'metadata.goog', 'instance-data']);
const withinOnly = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|localdomain|home\.arpa)$/;

/**
 * Throws PullProblem where a name must not be handed to a proxy, which would look it up itself: names of machines and of
 * networks within, and those that stand here for any address that must not be asked. A name that is not known here,
 * as is usual behind a proxy, is handed on.
 */
export async function refuseProxied(url: URL, allowsPrivate: boolean, find: LookUp = lookUp): Promise<void> {
  const host = hostOf(url).replace(/\.$/, '');
  // Addresses were judged as they are written.
  if (isIP(host) !== 0) return;
  const isWithin = !host.includes('.') || withinOnly.test(host);
  if (neverAsked.has(host) || (isWithin && !allowsPrivate)) throw new PullProblem('address_not_allowed');
  const found = await find(host).catch(() => []);
  if (found.some(({ address }) => !isAllowedIp(address, allowsPrivate))) throw new PullProblem('address_not_allowed');
}
