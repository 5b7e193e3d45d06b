import { lookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { PullProblem } from './pull-problem.js';

/** Networks of an organisation's own. Those of the machine's surroundings (link-local, where clouds keep keys) never are. */
const ownNetworks = new Set(['private', 'loopback', 'uniqueLocal', 'carrierGradeNat']);

/** Whether an IP address may be asked: public ones, and those of the own network where the installation allows it. */
export function isAllowedIp(address: string, allowsPrivate: boolean): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address dressed as IPv6 is what it is.
  const range = ipaddr.process(address).range();
  return range === 'unicast' || (allowsPrivate && ownNetworks.has(range));
}

/** Throws PullProblem where an address must not be asked whatever its name stands for. */
export function refuseAddress(url: URL, allowsPrivate: boolean): void {
  if (url.username !== '' || url.password !== '') throw new PullProblem('address_not_allowed');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new PullProblem('address_not_allowed');
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) !== 0 && !isAllowedIp(host, allowsPrivate)) throw new PullProblem('address_not_allowed');
  // In a network of one's own certificates are often missing; across the Internet they never may.
  if (url.protocol === 'http:' && !allowsPrivate) throw new PullProblem('address_not_secure');
}

/** Looks names up, and leaves out what must not be asked: at the moment of connecting, so that no second answer slips in. */
export function guardedLookup(allowsPrivate: boolean): LookupFunction {
  return (name, options, told) => {
    lookup(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return told(error, '');
      const allowed = found.filter(({ address }) => isAllowedIp(address, allowsPrivate));
      const [first] = allowed;
      if (!first) return told(new PullProblem('address_not_allowed'), '');
      return options.all ? told(null, allowed) : told(null, first.address, first.family);
    });
  };
}
