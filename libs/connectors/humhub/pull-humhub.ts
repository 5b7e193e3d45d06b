import { clockOf } from '../csv/table.js';
import { type ImportItem } from '../import-item.js';
import { fieldsOf } from '../json/fields.js';
import {
  accountsAreStale,
  actsFrom,
  firstInstant,
  latestAct,
  type PullContext,
  type PullCursor,
  type PullPlan,
} from '../pull/pull-plan.js';
import { PullProblem } from '../pull/pull-problem.js';
import { pageItems } from './parse-humhub.js';
import { RecordEvents } from './record-events.js';

/** Accounts and spaces first: activity names them. */
const parts = ['user', 'space', 'activity'] as const;
type Part = (typeof parts)[number];

/** More are not given in a page. */
const pageSize = 100;
/** The list of activity moves while it is read, and its times are those of another clock. */
const overlapHours = 48;

/** The REST module of HumHub, whose activity comes latest first. */
export const pullHumhub: PullPlan = {
  async check(context) {
    const events = new RecordEvents(null, context.now);
    for (const part of parts) await fetchPage(context, part, 1, events);
  },
  async *pages(context, cursor) {
    const { settings, now } = context;
    const events = new RecordEvents(clockOf(settings.zone === null ? {} : { zone: settings.zone }), now);
    const first = firstInstant(cursor, settings, overlapHours);
    let total: number | null = null;
    let at: Place | null = placeOf(cursor, now);
    while (at !== null) {
      const page: Page = await fetchPage(context, at.part, at.page, events);
      const latest = latestAct(page.items);
      const isKnown: boolean = at.part === 'activity' && latest !== null && latest < first;
      // What went away meanwhile has pulled the rest forward, onto pages that were read already.
      const gone: number = Math.max(0, (total ?? 0) - page.total);
      const forward: Place | null = page.isLast || isKnown ? nextPart(at) : { ...at, page: at.page + 1 };
      const next: Place | null = gone > 0 ? backFrom(at, gone) : forward;
      yield { items: actsFrom(page.items, first), cursor: (cursor = cursorAt(cursor, at, next)) };
      total = next?.part === at.part ? page.total : null;
      at = next;
    }
  },
};

const backFrom = (at: Place, acts: number): Place => ({
  ...at,
  page: Math.max(1, at.page - Math.ceil(acts / pageSize)),
});

interface Place {
  began: string;
  part: Part;
  page: number;
}

/** Where something was taken away meanwhile, what follows has moved to the page before. */
function placeOf(cursor: PullCursor, now: Date): Place {
  const { walk } = cursor;
  const part = parts.find((one) => one === walk?.part);
  if (walk && part) return { began: walk.began, part, page: Math.max(1, walk.page - 1) };
  return { began: now.toISOString(), part: accountsAreStale(cursor, now) ? 'user' : 'activity', page: 1 };
}

function nextPart({ began, part }: Place): Place | null {
  const next = parts[parts.indexOf(part) + 1];
  return next === undefined ? null : { began, part: next, page: 1 };
}

function cursorAt(cursor: PullCursor, at: Place, next: Place | null): PullCursor {
  if (next === null) return { through: at.began, accounts: cursor.accounts, walk: null };
  const accounts = at.part !== 'activity' && next.part === 'activity' ? at.began : cursor.accounts;
  return { through: cursor.through, accounts, walk: next };
}

interface Page {
  items: ImportItem[];
  total: number;
  isLast: boolean;
}

async function fetchPage({ reader }: PullContext, part: Part, page: number, events: RecordEvents): Promise<Page> {
  const answer = fieldsOf(await reader.json(`api/v1/${part}`, { page, limit: pageSize }));
  const items = pageItems(page, answer, events);
  if (items === null) throw new PullProblem('unexpected_answer');
  const [total, pages] = [Number(answer?.['total']), Number(answer?.['pages'])];
  const isLast = items.length === 0 || !Number.isFinite(pages) || page >= pages;
  return { items, total: Number.isFinite(total) ? total : 0, isLast };
}
