import { type ChangedPull } from '#contract/pulls.js';
import { type PullSettings } from '#connectors/pull/pull-plan.js';
import { Problem } from '#runtime/problem.js';
import { type ListedPull } from '#storage/pull/pull-sources.js';

type Said = Omit<ChangedPull, 'secret'>;

/** As the plan reads them. */
export function settingsOf({ since, zone, user, tenant, clientId, authority }: Said): PullSettings {
  return { since, zone, user, tenant, clientId, authority };
}

/** Where the network is, without the path of its API, which people copy with it. */
export function placeOf(address: string): string {
  const url = new URL(address);
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '').replace(/\/(?:api\/v[14]|v1\.0)$/, '');
}

/** A secret is for one place: elsewhere it has to be entered again, or whoever may change an address could collect it. */
export function requireSameRecipient(stored: ListedPull, said: Said): void {
  const before = stored.settings as unknown as PullSettings;
  const isSame =
    new URL(stored.address).origin === new URL(said.address).origin &&
    originOf(before.authority) === originOf(said.authority) &&
    before.user === said.user &&
    before.tenant === said.tenant &&
    before.clientId === said.clientId;
  if (!isSame)
    throw new Problem('secret_needed', 400, 'The secret is for another address or account: enter the one for this.');
}

const originOf = (address: string | null) => (address === null ? null : new URL(address).origin);
