import { isCalendarDay, parseInstant } from '../event/instant.js';
import { textMessages, textProblem } from '../event/text-problem.js';
import { type Header } from './header.js';
import { type CurvePoint, type Day } from './rows.js';
import { type Refusal } from './table.js';

/** A cell that cannot be what its column says. */
export class CellError extends Error {
  override readonly name = 'CellError';

  constructor(
    readonly code: string,
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

const idLength = 256;
const nameLength = 300;
const listLength = 10_000;
const yes = new Set(['true', '1', 'yes', 'oui', 'vrai']);
const no = new Set(['false', '0', 'no', 'non', 'faux']);

/** Reads the cells of one record by the name of their column; an absent column is an empty one. */
export class CellReader {
  constructor(
    private readonly header: Header,
    private readonly cells: readonly string[],
  ) {}

  /** An identifier: short, on one line. */
  key(column: string): string | null {
    const text = this.raw(column);
    if (text !== null) check(column, text, idLength);
    return text;
  }

  requiredKey(column: string): string {
    return this.key(column) ?? missing(column);
  }

  /** Words for people to read: what breaks a line becomes a space. */
  words(column: string): string | null {
    const text = this.raw(column)?.replace(/\s+/g, ' ') ?? null;
    if (text !== null) check(column, text, nameLength);
    return text;
  }

  requiredWords(column: string): string {
    return this.words(column) ?? missing(column);
  }

  /** Keys separated by `;`, each once. */
  keys(column: string): string[] {
    const parts = this.parts(column);
    for (const part of parts) check(column, part, idLength);
    return [...new Set(parts)];
  }

  day(column: string): Day | null {
    const text = this.raw(column);
    return text === null ? null : asDay(column, text);
  }

  /** An instant with its offset; a bare day means its first moment in UTC. */
  instant(column: string): string | null {
    const text = this.raw(column);
    if (text === null) return null;
    const instant = parseInstant(text.length === 10 ? `${text}T00:00Z` : text);
    if (typeof instant === 'string')
      throw new CellError(instant, column, 'This is not an ISO 8601 instant with its offset.');
    return new Date(instant).toISOString();
  }

  level(column: string): number | null {
    const text = this.raw(column);
    if (text === null) return null;
    if (!/^\d{1,2}$/.test(text)) throw new CellError('bad_level', column, 'A level is a whole number from 0 to 99.');
    return Number(text);
  }

  flag(column: string): boolean | null {
    const text = this.raw(column)?.toLowerCase() ?? null;
    if (text === null) return null;
    if (yes.has(text)) return true;
    if (no.has(text)) return false;
    throw new CellError('bad_boolean', column, 'This is neither true nor false.');
  }

  /** A share above 0 and up to 1. */
  share(column: string): number | null {
    const text = this.raw(column);
    if (text === null) return null;
    const share = asShare(column, text, 'bad_share');
    if (share === 0) throw new CellError('bad_share', column, 'A share of nothing is no target.');
    return share;
  }

  curve(column: string): CurvePoint[] {
    const points = this.parts(column).map((part) => {
      const colon = part.indexOf(':');
      if (colon < 0) throw new CellError('bad_curve', column, 'A curve is written date:share;date:share.');
      const date = asDay(column, part.slice(0, colon).trim());
      return { date, share: asShare(column, part.slice(colon + 1).trim(), 'bad_curve') };
    });
    if (points.some(({ date }, index) => index > 0 && date <= (points[index - 1]?.date ?? ''))) {
      throw new CellError('bad_curve', column, 'The dates of a curve must go forward.');
    }
    return points;
  }

  country(column: string): string | null {
    const text = this.raw(column)?.toUpperCase() ?? null;
    if (text !== null && !/^[A-Z]{2}$/.test(text)) {
      throw new CellError('bad_country', column, 'A country is two letters (ISO 3166).');
    }
    return text;
  }

  timezone(column: string): string | null {
    const text = this.raw(column);
    if (text !== null && !isTimezone(text)) {
      throw new CellError('bad_timezone', column, 'This is not the name of a time zone, such as Europe/Paris.');
    }
    return text;
  }

  refusal(error: CellError, idColumn: string): Refusal {
    const id = this.raw(idColumn);
    const telling = id !== null && textProblem(id, idLength) === null;
    return { id: telling ? id : null, code: error.code, field: error.field, message: error.message };
  }

  private raw(column: string): string | null {
    const place = this.header.places.get(column);
    const text = place === undefined ? '' : (this.cells[place]?.trim() ?? '');
    return text === '' ? null : text;
  }

  private parts(column: string): string[] {
    const text = this.raw(column) ?? '';
    check(column, text, listLength);
    return text
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
}

function check(column: string, text: string, maximum: number): void {
  const problem = textProblem(text, maximum);
  if (problem !== null) throw new CellError(problem, column, textMessages[problem]);
}

function missing(column: string): never {
  throw new CellError('missing_field', column, 'This field must be given.');
}

function asDay(column: string, text: string): Day {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (parts === null || !isCalendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))) {
    throw new CellError('bad_date', column, 'A date is written year-month-day, and must exist.');
  }
  return text;
}

function asShare(column: string, text: string, code: string): number {
  const share = /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN;
  if (!(share <= 1)) throw new CellError(code, column, 'A share is a number from 0 to 1.');
  return share;
}

const knownTimezones = new Map<string, boolean>();

function isTimezone(name: string): boolean {
  let isKnown = knownTimezones.get(name);
  if (isKnown === undefined) {
    isKnown = canFormatIn(name);
    if (knownTimezones.size < 1000) knownTimezones.set(name, isKnown);
  }
  return isKnown;
}

function canFormatIn(timeZone: string): boolean {
  // A bare offset formats too, but says nothing of summer time.
  if (!/^[A-Za-z]/.test(timeZone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
