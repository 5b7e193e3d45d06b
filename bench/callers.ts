import { addDays, type Day } from '#domain/calendar/day.js';
import { bodiesOf, freshEvents } from './wire.js';
import { askerOf, type Shot } from './open-loop.js';

/** Who asks: an organisation with the key of its source and the session of somebody who may read it. */
export interface Caller {
  base: string;
  slug: string;
  key: string;
  cookie: string;
}

/** Prepared beforehand, that the making of events takes no time from sending them: only ids differ between two sendings. */
export function ingestShot({ base, key }: Caller, size: number, people: number): Shot {
  const mark = '00000000-';
  const prepared = Array.from({ length: 8 }, () => {
    const events = freshEvents(size, people).map((event) => ({ ...event, id: mark + event.id.slice(mark.length) }));
    return bodiesOf(events, size)[0] ?? '';
  });
  const ask = askerOf(base);
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const first = Math.floor(Math.random() * 2 ** 31);
  return (serial) => {
    const body = prepared[serial % prepared.length] ?? '';
    const named = `${((first + serial) >>> 0).toString(16).padStart(8, '0')}-`;
    return ask('/v1/events', { method: 'POST', headers, body: body.replaceAll(mark, named) });
  };
}

/** What a page of the dashboard asks for, again and again: most of it is kept. */
const pages = ['', '/summary', '/rollout', '/comparison?indicator=K08', '/exemplarity', '/indicators?keys=K20,K03b'];

export const readShot = (caller: Caller): Shot => reads(caller, (serial) => pages[serial % pages.length] ?? '');

/** The dearest there are: a year of every entity, each time in words that are not kept. */
export const dearShot = (caller: Caller): Shot =>
  reads(caller, (serial) => {
    const from: Day = addDays('2000-01-01', serial % 7000);
    return serial % 2 === 0
      ? `/indicators?keys=K20,K03b,K08&by=entity&from=${from}`
      : `/indicators?keys=K20,K03b&from=${from}`;
  });

function reads({ base, slug, cookie }: Caller, pathOf: (serial: number) => string): Shot {
  const ask = askerOf(base);
  return (serial) => ask(`/v1/organizations/${slug}${pathOf(serial)}`, { headers: { cookie } });
}
