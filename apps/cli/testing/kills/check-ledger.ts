import { checkEvent } from '#connectors/event/canonical-event.js';
import { eventDigest } from '#connectors/event/event-identity.js';
import { eventKinds } from '#domain/events/kind.js';
import { rowsOf } from '#storage/database.js';
import { namesOf } from '#storage/vault/keyring.js';
import { type Client } from './client.js';
import { type DoomedEssor } from './doomed-essor.js';
import { compare, type Finding, told } from './finding.js';
import { type FoundCompany } from './found-company.js';
import { type SentLedger } from './sent-ledger.js';

/** What one company sent, and what it was told. */
export interface Side {
  found: FoundCompany;
  client: Client;
  ledger: SentLedger;
}

interface Stored {
  id: string;
  times: number;
  content: string;
}

/** I1 to I4 and I8: every acknowledged event once and as it was sent, no other one, and every one accounted for. */
export async function checkLedger(essor: DoomedEssor, { found, client, ledger }: Side): Promise<Finding[]> {
  const { organizationId, company } = found;
  const stored = await rowsOf<Stored>(
    essor.owner,
    `select id, count(*)::integer as times,
            min(concat_ws('|', day, to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), kind, quantity,
                          actor, object, target, digest)) as content
       from event where organization_id = $1 group by id`,
    [organizationId],
  );
  const sent = ledger.read();
  const names = await namesOf(essor.owner, organizationId);
  const expected = new Map(
    sent.map((event) => {
      const checked = checkEvent(event, new Date());
      if ('code' in checked) throw new Error(`what must be good is not: ${checked.message}`);
      const { occurredAt, kind, quantity, actor, object, target } = checked.event;
      const who = [names.token(actor), object, names.tokenOrNull(target)].filter((field) => field !== null);
      const digest = names.coverDigest(eventDigest(checked.event), event.id);
      const content = [occurredAt.slice(0, 10), occurredAt, eventKinds.indexOf(kind), quantity, ...who, digest];
      return [event.id, content.join('|')];
    }),
  );
  const known = new Set(stored.map(({ id }) => id));
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  const others = stored.filter(({ content }) => !content.includes(`|${company.slug} thing-`));
  return [
    ...client.findings,
    ...told('I1', 'acknowledged and not stored', ids(sent.filter(({ id }) => !known.has(id)))),
    ...told('I1', 'stored more than once', ids(stored.filter(({ times }) => times > 1))),
    ...told('I2', 'stored and never sent', ids(stored.filter(({ id }) => !expected.has(id)))),
    ...compare(
      'I2',
      'stored otherwise than it was sent',
      Object.fromEntries(stored.map(({ id, content }) => [id, expected.has(id) ? content : undefined])),
      Object.fromEntries([...expected].map(([id, content]) => [id, known.has(id) ? content : undefined])),
    ),
    ...told('I3', 'sent and never acknowledged', ledger.unknown()),
    ...told('I8', 'of another organisation', ids(others)),
    ...(await checkHours(essor, found, client, stored.length)),
  ];
}

interface Counted {
  received: number;
  accepted: number;
  duplicates: number;
  rejected: number;
}

/** I4: of every hour, and of what the client was told, which can only fall short by the answers that were lost. */
async function checkHours(
  essor: DoomedEssor,
  { organizationId }: FoundCompany,
  { counted }: Client,
  stored: number,
): Promise<Finding[]> {
  const hours = await rowsOf<Counted & { hour: string; skipped: number }>(
    essor.owner,
    `select hour::text, received::integer, accepted::integer, duplicates::integer, rejected::integer, skipped::integer
       from source_hour where organization_id = $1`,
    [organizationId],
  );
  const sum = (what: keyof Counted) => hours.reduce((all, hour) => all + hour[what], 0);
  const uneven = hours.filter((hour) => hour.received !== hour.accepted + hour.duplicates + hour.rejected);
  const kinds = ['received', 'accepted', 'duplicates', 'rejected'] as const;
  // An answer that was lost was counted by the server: as often as not, and each event of it at most once.
  const beyond = kinds.filter((what) => sum(what) < counted[what] || sum(what) > counted[what] + counted.untold);
  return [
    ...told(
      'I4',
      'received is not what became of it',
      uneven.map(({ hour }) => hour),
    ),
    ...compare('I4', 'accepted in all hours', { accepted: sum('accepted') }, { accepted: stored }),
    ...told(
      'I4',
      'counted otherwise than the client was told',
      beyond.map((what) => `${what}: ${sum(what)}, told ${counted[what]}, untold ${counted.untold}`),
    ),
  ];
}
