import { hash } from 'node:crypto';
import { eventLimits } from '../event/canonical-event.js';

/** Message times are their ids: seconds since 1970 with six decimals, unique within a channel. */
const timestamp = /^\d{1,10}(\.\d{1,6})?$/;

export function isTimestamp(value: unknown): value is string {
  return typeof value === 'string' && timestamp.test(value);
}

/** The instant of such a time, to the millisecond; the rest of it only counts. */
export function instantOf(ts: string): string {
  const [seconds = '0', fraction = ''] = ts.split('.');
  return new Date(Number(seconds) * 1000 + Number(fraction.padEnd(6, '0').slice(0, 3))).toISOString();
}

/** The instant of whole seconds since 1970, which some exports write as text; null where there is none. */
export function instantOfSeconds(value: unknown): string | null {
  const seconds = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
  const isInstant = typeof seconds === 'number' && Number.isSafeInteger(seconds) && seconds > 0 && seconds < 8.64e12;
  return isInstant ? new Date(seconds * 1000).toISOString() : null;
}

/** Ids of the source, put together; hashed where their parts are so long that no id may be. */
export function slackId(...parts: readonly string[]): string {
  const id = ['slack', ...parts].join(':');
  return id.length <= eventLimits.idLength ? id : `slack:${hash('sha256', id, 'hex').slice(0, 40)}`;
}

const user = /<@([UW][A-Z0-9]{2,20})(?:\|[^>]*)?>/g;

/** The people whom a text calls, each once and its author left out. Groups and whole channels are nobody in particular. */
export function mentionedUsers(text: string, author: string): string[] {
  const found = new Set([...text.matchAll(user)].map(([, id = '']) => id));
  found.delete(author);
  return [...found];
}
