import { isDay } from '#domain/calendar/day.js';

/** How the values of a log are said in the language of the reader; null where there is no word for one. */
export interface Sayings {
  nothing: string;
  yes: string;
  no: string;
  number: (value: number) => string;
  share: (value: number) => string;
  day: (value: string) => string;
  list: (values: readonly string[]) => string;
  country: (code: string) => string;
  /** Of a particular, by the name under which it is kept. */
  name: (key: string) => string | null;
  /** Of one of our own names. */
  word: (key: string, value: string) => string | null;
  pair: (name: string, value: string) => string;
}

const countries = new Set(['country', 'countries']);
const shares = new Set(['leaversAbove', 'movesAbove', 'firstReplies', 'voice']);

/** One particular of an act, its name and its value in words: no key, no bracket, no day written for machines. */
export const toldDetail = (key: string, value: unknown, say: Sayings): string =>
  say.pair(say.name(key) ?? key, toldValue(key, value, say));

function toldValue(key: string, value: unknown, say: Sayings): string {
  if (value === null || value === undefined || value === '') return say.nothing;
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  if (typeof value === 'number') return shares.has(key) ? say.share(value) : say.number(value);
  if (Array.isArray(value))
    return value.length === 0 ? say.nothing : say.list(value.map((one) => toldValue(key, one, say)));
  if (typeof value === 'object') {
    const parts = Object.entries(value).filter(([, part]) => part !== null);
    return parts.map(([part, of]) => toldDetail(part, of, say)).join(', ') || say.nothing;
  }
  if (typeof value !== 'string') return JSON.stringify(value);
  if (isDay(value)) return say.day(value);
  if (countries.has(key) && /^[A-Z]{2}$/.test(value)) return say.country(value);
  return say.word(key, value) ?? value;
}
