import { type Day } from '#domain/calendar/day.js';
import { type LocalClock } from '../event/local-clock.js';
import { textProblem } from '../event/text-problem.js';
import { asCurve, asDay, asInstant } from './cell-date.js';
import { CellError, checkText, missing } from './cell-error.js';
import { asAmount, asCount, asShare } from './cell-number.js';
import { type Header } from './header.js';
import { type CurvePoint } from './rows.js';
import { type Refusal } from './table.js';
import { isTimezone } from '#domain/calendar/timezone.js';

const idLength = 256;
const nameLength = 300;
const listLength = 200_000;
/** As spreadsheets write it in English, French, German, Italian and Spanish; a cross marks what is so. */
const yes = new Set(['true', '1', 'yes', 'y', 'oui', 'o', 'vrai', 'ja', 'j', 'wahr', 'sì', 'sí', 'si', 's', 'vero'])
  .add('verdadero')
  .add('x');
const no = new Set(['false', '0', 'no', 'n', 'non', 'faux', 'nein', 'falsch', 'falso', '-']);

export const isYes = (text: string): boolean => yes.has(text.toLowerCase());
export const isYesOrNo = (text: string): boolean => isYes(text) || no.has(text.toLowerCase());

/** Reads the cells of one record by the name of their column; an absent column is an empty one. */
export class CellReader {
  constructor(
    private readonly header: Header,
    private readonly cells: readonly string[],
    /** Of a file that declares how it writes times; null = ISO 8601 only. */
    private readonly clock: LocalClock | null = null,
  ) {}

  /** An identifier: short, on one line. */
  key(column: string): string | null {
    const text = this.raw(column);
    if (text !== null) checkText(column, text, idLength);
    return text;
  }

  requiredKey(column: string): string {
    return this.key(column) ?? missing(column);
  }

  /** Words for people to read: what breaks a line becomes a space. */
  words(column: string): string | null {
    const text = this.raw(column)?.replace(/\s+/g, ' ') ?? null;
    if (text !== null) checkText(column, text, nameLength);
    return text;
  }

  /** What people write of themselves, as it is: whoever takes it judges it, and no line is refused for it. */
  free(column: string): string | null {
    return this.raw(column);
  }

  requiredWords(column: string): string {
    return this.words(column) ?? missing(column);
  }

  /** Keys separated by `;`, each once. */
  keys(column: string): string[] {
    const parts = this.parts(column);
    for (const part of parts) checkText(column, part, idLength);
    return [...new Set(parts)];
  }

  day(column: string): Day | null {
    const text = this.raw(column);
    return text === null ? null : asDay(column, text, this.clock);
  }

  /** ISO 8601 in UTC; a bare ISO day means its first moment in UTC. */
  instant(column: string): string | null {
    const text = this.raw(column);
    return text === null ? null : asInstant(column, text, this.clock);
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

  requiredDay(column: string): Day {
    return this.day(column) ?? missing(column);
  }

  /** One of the words that are known; null where the cell is empty. */
  word<T extends string>(column: string, words: readonly T[], code: string): T | null {
    const text = this.raw(column)?.toLowerCase() ?? null;
    const found = words.find((word) => word === text) ?? null;
    if (text !== null && found === null) throw new CellError(code, column, `This is none of ${words.join(', ')}.`);
    return found;
  }

  requiredWord<T extends string>(column: string, words: readonly T[], code: string): T {
    return this.word(column, words, code) ?? missing(column);
  }

  /** A whole number, 0 included. */
  count(column: string): number | null {
    const text = this.raw(column);
    return text === null ? null : asCount(column, text);
  }

  requiredCount(column: string): number {
    return this.count(column) ?? missing(column);
  }

  /** A number that is not negative. */
  amount(column: string): number | null {
    const text = this.raw(column);
    return text === null ? null : asAmount(column, text);
  }

  requiredAmount(column: string): number {
    return this.amount(column) ?? missing(column);
  }

  /** A share above 0 and up to 1. */
  share(column: string): number | null {
    const text = this.raw(column);
    if (text === null) return null;
    const share = asShare(column, text, 'bad_share');
    if (share === 0) throw new CellError('bad_share', column, 'A share of nothing is no target.');
    return share;
  }

  curve(column: string, start: Day): CurvePoint[] {
    return asCurve(column, this.parts(column), start);
  }

  country(column: string): string | null {
    const text = this.raw(column)?.toUpperCase() ?? null;
    if (text !== null && !/^[A-Z]{2}$/.test(text)) {
      throw new CellError('bad_country', column, 'A country is two letters (ISO 3166).');
    }
    return text;
  }

  language(column: string): string | null {
    const text = this.raw(column)?.toLowerCase() ?? null;
    if (text === null || /^[a-z]{2}$/.test(text)) return text;
    throw new CellError('bad_language', column, 'A language is two letters (ISO 639).');
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
    checkText(column, text, listLength);
    return text
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
}
