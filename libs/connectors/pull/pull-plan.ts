import { type Day } from '#domain/calendar/day.js';
import { type NoteCode } from '../import-note.js';
import { type ImportItem } from '../import-item.js';
import { type PullReader } from './pull-reader.js';

/** What somebody said of a source beside its address and its secret. */
export interface PullSettings {
  /** What happened before this day (UTC) is left to other imports. */
  since: Day;
  /** The IANA zone of times without an offset, where the network writes such. */
  zone: string | null;
  /** Where the secret is a password, whose. */
  user: string | null;
  tenant: string | null;
  clientId: string | null;
  /** Where tokens are given; null = the usual place. */
  authority: string | null;
}

/** How far the reading is. Stored with what it brought, in the same transaction. */
export interface PullCursor {
  /** Everything that happened until this instant has been told; null = nothing yet. */
  through: string | null;
  /** When accounts and groups were last told whole. */
  accounts: string | null;
  /** A walk over pages that is under way: when it began, in which list, and the page to come. */
  walk: { began: string; part: string; page: number } | null;
}

export const freshCursor: PullCursor = { through: null, accounts: null, walk: null };

export interface PullContext {
  reader: Pick<PullReader, 'json' | 'file'>;
  settings: PullSettings;
  /** When this fetch began. */
  now: Date;
  onNote?: (code: NoteCode) => void;
}

export interface PulledPage {
  items: ImportItem[];
  cursor: PullCursor;
}

/** How one network is fetched. */
export interface PullPlan {
  /** The least that a fetch needs; throws PullProblem. */
  check(context: PullContext): Promise<void>;
  /**
   * Page after page from where the cursor stands, to the end; throws PullProblem. Asked again from the cursor of any page,
   * it tells nothing less: pages overlap, and ids decide what is known already.
   */
  pages(context: PullContext, cursor: PullCursor): AsyncGenerator<PulledPage>;
}

const hour = 3_600_000;

/** Accounts and groups change slowly. */
export function accountsAreStale({ accounts }: PullCursor, now: Date): boolean {
  return accounts === null || now.getTime() - Date.parse(accounts) >= 20 * hour;
}

/** Acts before this instant need not be told: everything until then is known, less the time in which lists still move. */
export function firstInstant({ through }: PullCursor, { since }: PullSettings, overlapHours: number): string {
  const known = through === null ? null : new Date(Date.parse(through) - overlapHours * hour).toISOString();
  const declared = `${since}T00:00:00.000Z`;
  return known !== null && known > declared ? known : declared;
}

/** Without the acts before an instant. */
export function actsFrom(items: readonly ImportItem[], first: string): ImportItem[] {
  return items.filter((item) => item.type !== 'event' || item.row.occurredAt >= first);
}

/** The latest act among them; null where there is none. */
export function latestAct(items: readonly ImportItem[]): string | null {
  let latest: string | null = null;
  for (const item of items)
    if (item.type === 'event' && (latest === null || item.row.occurredAt > latest)) latest = item.row.occurredAt;
  return latest;
}
