import { tzOffset } from '@date-fns/tz';
import { utc } from '@date-fns/utc';
import { parse } from 'date-fns/parse';
import { type Day } from '#domain/calendar/day.js';
import { type DateFormat } from '#domain/files/reading.js';
import { instantOfDay } from './day-grain.js';
import { type InstantProblem, parseInstant } from './instant.js';

export type LocalTimeProblem = InstantProblem | 'no_such_local_time' | 'not_as_declared';

const dayLength = 86_400_000;
const minute = 60_000;
const noon = dayLength / 2;

/** Reads times that a file writes in its own way: in a declared format, in a declared zone. */
export class LocalClock {
  private readonly dates: PartReader | null;
  private readonly times: PartReader | null;
  private readonly offsets = new Map<number, readonly [before: number, after: number]>();

  constructor(
    private readonly format: DateFormat | null,
    /** An IANA name; null = times without an offset are refused. */
    private readonly zone: string | null,
    private readonly onDoubled: () => void,
  ) {
    const [date, ...time] = (format ?? '').split(' ');
    this.dates = date ? new PartReader(date) : null;
    this.times = time.length > 0 ? new PartReader(time.join(' ')) : null;
  }

  /** Milliseconds since 1970; what tells only the day means its noon. ISO 8601 is understood where nothing else is declared. */
  instant(text: string): number | LocalTimeProblem {
    const local = this.declared(text);
    if (local !== null) return this.inZone(local);
    const instant = parseInstant(text);
    // Among days written otherwise it comes from elsewhere, or was changed by a spreadsheet.
    if (instant !== 'bad_timestamp' && this.isOtherThanIso) return 'not_as_declared';
    if (instant !== 'naive_timestamp') return instant;
    const naive = parseInstant(text.length === 10 ? `${text}T12:00Z` : `${text}Z`);
    return typeof naive === 'number' ? this.inZone(naive) : naive;
  }

  /** A format is declared that puts the parts of a day otherwise than ISO 8601. */
  get isOtherThanIso(): boolean {
    return this.format !== null && !this.format.startsWith('yyyy-');
  }

  /** Why a time that is not written as declared is refused. */
  get undeclared(): string {
    return `The time is not written as declared (${this.format ?? 'ISO 8601'}).`;
  }

  /** The day that a text tells, whatever its hour; null where it tells none. */
  day(text: string): Day | null {
    const local = this.dates?.read(text) ?? this.declared(text);
    return local === null ? null : new Date(local).toISOString().slice(0, 10);
  }

  /** The instant of what is counted per day: the middle of it in the zone, where there is one. */
  instantOfDay(day: Day): string {
    const instant = this.zone === null ? null : this.inZone(Date.parse(`${day}T12:00:00Z`));
    return typeof instant === 'number' ? new Date(instant).toISOString() : instantOfDay(day);
  }

  /** The local time as if it were UTC; null where it is not written as declared, or before 1970. */
  private declared(text: string): number | null {
    if (this.dates === null) return null;
    if (this.times === null) {
      const day = this.dates.read(text);
      return day === null ? null : day + noon;
    }
    const blank = text.indexOf(' ');
    if (blank < 0) return null;
    const [date, time] = [this.dates.read(text.slice(0, blank)), this.times.read(text.slice(blank + 1))];
    return date === null || time === null ? null : date + time;
  }

  /** Where clocks go back a time exists twice: the first is meant. Where they go forward it may not exist. */
  private inZone(local: number): number | LocalTimeProblem {
    if (this.zone === null) return 'naive_timestamp';
    const [before, after] = this.offsetsAround(local);
    if (before === after) return notBefore1970(local - before * minute);
    const zone = this.zone;
    const instants = [before, after]
      .map((offset) => ({ offset, instant: local - offset * minute }))
      .filter(({ offset, instant }) => tzOffset(zone, new Date(instant)) === offset)
      .map(({ instant }) => instant);
    const [first] = instants;
    if (first === undefined) return 'no_such_local_time';
    if (instants.length > 1) this.onDoubled();
    return notBefore1970(Math.min(...instants));
  }

  /** Offsets in minutes well before and well after a local day; both are the same on nearly every day. */
  private offsetsAround(local: number): readonly [number, number] {
    const day = Math.floor(local / dayLength);
    let offsets = this.offsets.get(day);
    if (offsets === undefined) {
      const at = (other: number) => tzOffset(this.zone ?? 'UTC', new Date(other * dayLength));
      offsets = [at(day - 1), at(day + 2)];
      if (this.offsets.size < 10_000) this.offsets.set(day, offsets);
    }
    return offsets;
  }
}

const notBefore1970 = (instant: number): number | LocalTimeProblem => (instant < 0 ? 'early_timestamp' : instant);

/** Reads days, or times of day, of one format; few of them are written again and again, and the library takes its time. */
class PartReader {
  private readonly known = new Map<string, number | null>();

  constructor(private readonly format: string) {}

  /** Milliseconds since 1970 in UTC; null where the text is not of the format. */
  read(text: string): number | null {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const parsed = parse(text, this.format, 0, { in: utc }).getTime();
    const value = Number.isNaN(parsed) || parsed < 0 ? null : parsed;
    if (text.length <= 24 && this.known.size < 100_000) this.known.set(text, value);
    return value;
  }
}
