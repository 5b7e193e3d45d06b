import { type ImportItem, reject } from '../import-item.js';
import { type Fields, instantOf, listOf, textOf } from '../json/fields.js';
import {
  accountsAreStale,
  actsFrom,
  firstInstant,
  type PullContext,
  type PullCursor,
  type PulledPage,
  type PullPlan,
} from '../pull/pull-plan.js';
import { PullProblem } from '../pull/pull-problem.js';
import { actsOf, type ApiPage, type ApiUsers, pageOf } from './api-posts.js';
import { groupOf, personOf } from './directory-rows.js';
import { usernameOf } from './username.js';

const pageSize = 200;
/** Lists move while they are read. */
const overlapHours = 24;
/** A reaction hangs on its post: once a day, those that came up to a week after it are looked for. */
const deepOverlapHours = 7 * 24;

/** API v4 of Mattermost: channels one after the other, the posts of each latest first. */
export const pullMattermost: PullPlan = {
  async check({ reader }) {
    listIn(await reader.json('api/v4/users', { page: 0, per_page: 1 }));
    listIn(await reader.json('api/v4/channels', { page: 0, per_page: 1 }));
  },
  async *pages(context, cursor) {
    const { settings, now } = context;
    const isStale = accountsAreStale(cursor, now);
    const users = new Users();
    for await (const list of listsOf(context, 'users')) {
      const items = list.map((user) => users.take(user));
      if (isStale) yield { items, cursor };
    }
    const channels: Fields[] = [];
    for await (const list of listsOf(context, 'channels')) {
      for (const channel of list) if (textOf(channel['id']) !== null) channels.push(channel);
    }
    if (isStale) yield { items: groupsOf(channels), cursor: (cursor = { ...cursor, accounts: now.toISOString() }) };
    const began = cursor.walk?.began ?? now.toISOString();
    // A walk that is resumed goes back as far as it began.
    const isDeep = cursor.accounts === began;
    const first = firstInstant(cursor, settings, isDeep ? deepOverlapHours : overlapHours);
    const left = channels.filter((channel) => isLeft(channel, cursor, first)).sort(byId);
    for (const channel of left) {
      for await (const page of postsOf(context, channel, cursor, { first, began, users })) {
        yield page;
        cursor = page.cursor;
      }
    }
    yield { items: [], cursor: { ...cursor, through: began, walk: null } };
  },
};

/** All users, whose names the posts do not tell. */
class Users implements ApiUsers {
  readonly names = new Map<string, string>();
  readonly known = new Set<string>();

  take(user: Fields): ImportItem {
    const [id, name] = [textOf(user['id']), usernameOf(user['username'])];
    if (id !== null && name !== null) this.names.set(id, name);
    if (name !== null) this.known.add(name);
    const row = personOf(user, user['is_bot'] === true);
    return row ? { type: 'person', line: 0, row } : reject(0, 'missing_field', 'username', 'This field must be given.');
  }
}

function groupsOf(channels: readonly Fields[]): ImportItem[] {
  return channels.map((channel) => {
    const row = groupOf({ ...channel, team: channel['team_name'], deleted_at: channel['delete_at'] });
    return row ? { type: 'group', line: 0, row } : reject(0, 'missing_field', 'name', 'This field must be given.');
  });
}

const idOf = (channel: Fields) => textOf(channel['id']) ?? '';
const byId = (one: Fields, other: Fields) => (idOf(one) < idOf(other) ? -1 : 1);

/** Not read in this walk yet, and with something to read. */
function isLeft(channel: Fields, { walk }: PullCursor, first: string): boolean {
  const isPassed = walk !== null && idOf(channel) < walk.part;
  const lastPost = instantOf(channel['last_post_at']);
  return !isPassed && lastPost !== null && lastPost >= first;
}

interface Walk {
  first: string;
  began: string;
  users: ApiUsers;
}

async function* postsOf(
  context: PullContext,
  channel: Fields,
  cursor: PullCursor,
  { first, began, users }: Walk,
): AsyncGenerator<PulledPage> {
  const id = idOf(channel);
  // What was taken away meanwhile has moved the rest to the page before.
  const start = cursor.walk?.part === id ? Math.max(0, cursor.walk.page - 1) : 0;
  let expected: string | null = null;
  for (let number = start, isLast = false; !isLast;) {
    const path = `api/v4/channels/${encodeURIComponent(id)}/posts`;
    const page = pageOf(await context.reader.json(path, { page: number, per_page: pageSize }));
    if (page === null) throw new PullProblem('unexpected_answer');
    // What went away meanwhile has pulled the rest forward, onto the page that was read already.
    const isMissing: boolean = expected !== null && expected !== '' && !page.order.includes(expected);
    const isEnd = page.older === null ? page.order.length < pageSize : page.older === '';
    isLast = !isMissing && (isEnd || page.order.length === 0 || isBefore(page, first));
    const items = actsFrom(actsOf(page, number, channel, users, context.now), first);
    number = isMissing ? Math.max(0, number - 1) : number + 1;
    expected = isMissing ? null : page.older;
    yield { items, cursor: { ...cursor, walk: { began, part: id, page: number } } };
  }
}

/** Whether all that follows was written earlier. */
function isBefore({ order, posts }: ApiPage, first: string): boolean {
  const instants = order.flatMap((id) => instantOf((posts[id] as Fields | undefined)?.['create_at']) ?? []);
  return instants.length > 0 && instants.every((instant) => instant < first);
}

async function* listsOf({ reader }: PullContext, what: 'users' | 'channels'): AsyncGenerator<Fields[]> {
  for (let page = 0, isLast = false; !isLast; page++) {
    const list = listIn(await reader.json(`api/v4/${what}`, { page, per_page: pageSize }));
    isLast = list.length < pageSize;
    yield list;
  }
}

function listIn(answer: unknown): Fields[] {
  if (!Array.isArray(answer)) throw new PullProblem('unexpected_answer');
  return listOf(answer);
}
