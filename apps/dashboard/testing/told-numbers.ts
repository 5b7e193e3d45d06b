import { inOneWeek } from '#domain/indicators/hour-of-week.js';
import { shareEnds } from '#domain/indicators/told.js';
import { level } from '#domain/statistics/inversion.js';
import { centreOf, type Interval, wholeCentreOf } from '#domain/statistics/interval.js';
import { parse } from 'csv-parse/sync';

/** Digits of a file made in the browser. */
const digits = 4;
const written = (value: number): string => String(Number(value.toFixed(digits)));

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];
const shortDay = new RegExp(`\\b\\d{1,2}\\s(${months.join('|')})\\b`, 'g');

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const isInterval = (value: unknown): value is Interval =>
  isNode(value) && typeof value.low === 'number' && typeof value.high === 'number';

/** What an answer of the API says in numbers and words, and all that a table may compute of it. */
export class ToldNumbers {
  private readonly numbers = new Set<string>();
  private readonly percents = new Set<string>();
  private words = '';

  constructor(answers: readonly unknown[]) {
    for (const answer of answers) this.take(answer);
    // What every method says of itself.
    for (const one of [level, 1 - level]) this.add(one);
  }

  /** Cells of a file in English that hold a number which none of the answers holds. */
  untoldIn(file: string): string[] {
    const cells = parse(file, { bom: true, relaxColumnCount: true, fromLine: 2 }).flat();
    return cells.filter((cell) => !this.tells(cell));
  }

  tells(cell: string): boolean {
    if (/^-?\d+(\.\d+)?$/.test(cell)) return this.numbers.has(cell);
    if (!/\d/.test(cell) || this.words.includes(cell)) return true;
    // Weeks are told by their Sunday, and some are written by their Monday.
    const plain = cell.replaceAll(/\d{4}-\d{2}-\d{2}|\b(19|20)\d\d\b/g, '').replaceAll(shortDay, (day) => {
      const [number = '', month = ''] = day.split(/\s/);
      const told = `-${String(months.indexOf(month) + 1).padStart(2, '0')}-${number.padStart(2, '0')}`;
      return this.words.includes(told) ? '' : day;
    });
    const texts = plain.matchAll(/(\d[\d,]*(?:\.\d+)?)\s?(%?)/g);
    return [...texts].every(([, text = '', percent]) => {
      const number = String(Number(text.replaceAll(',', '')));
      return percent ? this.percents.has(number) : this.numbers.has(number);
    });
  }

  private take(value: unknown): void {
    if (typeof value === 'number') this.add(value);
    else if (typeof value === 'string') this.words += ` ${value}`;
    else if (Array.isArray(value)) for (const one of value) this.take(one);
    else if (isNode(value)) {
      for (const one of Object.values(value)) this.take(one);
      this.compute(value);
    }
  }

  private add(value: number): void {
    for (const one of [value, Math.round(value)]) this.numbers.add(written(one));
    for (const places of [0, 1]) this.percents.add(String(Number((Math.abs(value) * 100).toFixed(places))));
  }

  /** By name: the ends of a share, the people in the middle of a band, an hour of one week of four. Nothing else. */
  private compute(node: Node): void {
    if (isInterval(node)) this.add(wholeCentreOf(node));
    const counts = isNode(node.counts) ? Object.values(node.counts) : [];
    const shares = [[node.numerator, node.denominator], ...[node.part, ...counts].map((part) => [part, node.of])];
    for (const [part, whole] of shares) {
      const ends = isInterval(part) && isInterval(whole) ? shareEnds(part, whole) : null;
      if (ends) for (const end of [ends.low, ends.high]) this.add(end);
    }
    for (const sum of Array.isArray(node.hours) ? node.hours.filter(isInterval) : []) {
      const week = inOneWeek(sum);
      for (const one of [week.low, week.high, centreOf(week)]) this.add(one);
    }
  }
}
