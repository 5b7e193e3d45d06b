import { type EventKind } from '#domain/events/kind.js';
import { type Day, isDay } from '#domain/calendar/day.js';
import { asCount } from '../csv/cell-number.js';
import { CellError, missing } from '../csv/cell-error.js';
import { type PersonRow } from '../csv/rows.js';
import { workPath } from '../directory/work-path.js';
import { checkEvent } from '../event/canonical-event.js';
import { instantOfDay } from '../event/day-grain.js';
import { type LocalClock } from '../event/local-clock.js';
import { sourceId } from '../event/source-id.js';
import { textProblem } from '../event/text-problem.js';
import { type ImportItem, reject } from '../import-item.js';
import { type Column } from './columns.js';

/** Claiming one's account is the first sign-in and the only one that is dated: it counts as activation. */
export const workplaceKinds: readonly EventKind[] = [
  'invitation_sent',
  'profile_created',
  'login',
  'post',
  'message_sent',
];

/** Who invited is not told; the account stands for the software and is never counted. */
export const inviter = 'workplace:invitations';

export const inviterRow: PersonRow = { ...blankPerson(inviter, [], null), bot: true };

function blankPerson(personId: string, aliases: string[], name: string | null): PersonRow {
  return {
    ...{ personId, aliases, name, bot: false },
    ...{ entity: null, managerId: null, level: null, validFrom: null, validTo: null, site: null, trade: null },
  };
}

type Cell = (column: Column) => string;
type Act = { kind: EventKind; day: Day; quantity: number; actor: string; target: string | null };

/** One employee: an account, and what is dated of it. A row that cannot be read gives one refusal and nothing else. */
export function employeeItems(line: number, cell: Cell, clock: LocalClock | null, now: Date): ImportItem[] {
  try {
    const email = cell('email').toLowerCase();
    if (email === '') missing('email');
    const problem = textProblem(email, 256);
    if (problem !== null) throw new CellError(problem, 'email', 'The address cannot be stored as it is.');
    const items: ImportItem[] = [{ type: 'person', line, row: personOf(email, cell) }];
    for (const { kind, day, quantity, actor, target } of actsOf(email, cell, clock)) {
      const id = sourceId('workplace', email, day, kind);
      const checked = checkEvent({ id, occurred_at: instantOfDay(day), kind, actor, target, quantity }, now);
      if (!('event' in checked)) return [reject(line, checked.code, checked.field, checked.message)];
      items.push({ type: 'event', line, row: checked.event });
    }
    return items;
  } catch (error) {
    if (error instanceof CellError) return [reject(line, error.code, error.field, error.message)];
    throw error;
  }
}

function personOf(email: string, cell: Cell): PersonRow {
  const employee = cell('employeeId');
  const name = cell('name').replace(/\s+/g, ' ');
  const aliases = employee !== '' && textProblem(employee, 256) === null ? [email, employee] : [email];
  const row = blankPerson(email, aliases, name === '' || textProblem(name, 300) !== null ? null : name);
  return { ...row, ...workPath(cell('location'), cell('department')) };
}

function actsOf(email: string, cell: Cell, clock: LocalClock | null): Act[] {
  const once = (kind: EventKind, day: Day, quantity = 1): Act => ({ kind, day, quantity, actor: email, target: null });
  const dayIn = (column: Column) => (cell(column) === '' ? null : asDate(column, cell(column), clock));
  const acts: Act[] = [];
  const [invited, claimed, summary] = [dayIn('invited'), dayIn('claimed'), dayIn('summaryDay')];
  if (invited) acts.push({ ...once('invitation_sent', invited), actor: inviter, target: email });
  if (claimed) acts.push(once('profile_created', claimed));
  if (summary === null) return acts;
  const [posts, messages] = [countIn('postsDay', cell), countIn('messagesDay', cell)];
  const isActive = /^(?:true|yes|oui|1)$/i.test(cell('activeDay')) || posts + messages > 0;
  if (isActive) acts.push(once('login', summary));
  if (posts > 0) acts.push(once('post', summary, posts));
  if (messages > 0) acts.push(once('message_sent', summary, messages));
  return acts;
}

const countIn = (column: Column, cell: Cell): number => asCount(column, cell(column) || '0');

function asDate(column: Column, text: string, clock: LocalClock | null): Day {
  const iso = text.slice(0, 10);
  const day = isDay(iso) ? iso : clock?.day(text);
  if (day) return day;
  throw new CellError('bad_date', column, 'A date is written year-month-day, or as declared, and must exist.');
}
