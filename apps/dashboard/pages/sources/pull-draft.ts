import { type ChangedPull, type NewPull, type Pull, type TestedPull } from '#contract/pulls.js';
import { addDays } from '#domain/calendar/day.js';
import { neededOfPull, type PullKind } from '#domain/sources/pull.js';

/** What stands in the form; empty = not said. */
export interface PullDraft {
  kind: PullKind;
  name: string;
  address: string;
  user: string;
  tenant: string;
  clientId: string;
  authority: string;
  secret: string;
  zone: string;
  since: string;
  everyMinutes: number;
}

const graph = 'https://graph.microsoft.com';
const threeMonths = 91;

/** How a network is usually fetched; `zone` is that of the organisation. */
export function freshDraft(kind: PullKind, zone: string, now: Date): PullDraft {
  const nothing = { name: '', user: '', tenant: '', clientId: '', authority: '', secret: '' };
  const since = addDays(now.toISOString().slice(0, 10), kind === 'm365' ? -28 : -threeMonths);
  const own = kind === 'm365' ? { address: graph, everyMinutes: 1440 } : { address: '', everyMinutes: 60 };
  return { ...nothing, ...own, kind, since, zone: kind === 'humhub' ? zone : '' };
}

/** As it is stored, without the secret, which nobody is told. */
export function draftOf(pull: Pull): PullDraft {
  const { kind, name, address, since, everyMinutes, user, tenant, clientId, authority, zone } = pull;
  const said = { user: user ?? '', tenant: tenant ?? '', clientId: clientId ?? '' };
  return {
    kind,
    name,
    address,
    since,
    everyMinutes,
    ...said,
    authority: authority ?? '',
    zone: zone ?? '',
    secret: '',
  };
}

/** Whether it can be sent; `isKnown` = a secret is stored already. */
export function isComplete(draft: PullDraft, isKnown: boolean): boolean {
  const needed = [draft.name, draft.address, draft.since, ...neededOfPull[draft.kind].map((name) => draft[name])];
  return needed.every((word) => word.trim() !== '') && (isKnown || draft.secret !== '');
}

const orNull = (word: string) => word.trim() || null;

function detailsOf({ address, since, everyMinutes, user, tenant, clientId, authority, zone }: PullDraft) {
  return {
    ...{ address: address.trim(), since, everyMinutes, user: orNull(user), zone: orNull(zone) },
    ...{ tenant: orNull(tenant), clientId: orNull(clientId), authority: orNull(authority) },
  };
}

export const newPull = (draft: PullDraft): NewPull => ({
  ...{ name: draft.name.trim(), kind: draft.kind, secret: draft.secret },
  ...detailsOf(draft),
});

const secretOf = ({ secret }: PullDraft) => (secret === '' ? {} : { secret });

export const changedPull = (draft: PullDraft): ChangedPull => ({ ...detailsOf(draft), ...secretOf(draft) });

/** `source` lends its secret where none was typed. */
export const testedPull = (draft: PullDraft, source: number | null): TestedPull => ({
  ...{ kind: draft.kind, ...detailsOf(draft), ...secretOf(draft) },
  ...(source === null ? {} : { source }),
});
