import { type ImportItem } from '../import-item.js';
import { freshCursor, type PullContext, type PullCursor } from '../pull/pull-plan.js';
import { PullProblem } from '../pull/pull-problem.js';
import { pullM365 } from './pull-m365.js';

const now = new Date('2026-06-15T06:00:00Z');
const settings = {
  ...{ since: '2026-06-08', zone: null, user: null, tenant: 't', clientId: 'c', authority: null },
};
const header =
  'Report Refresh Date,User Principal Name,Display Name,User State,State Change Date,Last Activity Date,Posted Count,Read Count,Liked Count,Assigned Products,Report Period';
/** The report says another day and another period than was asked for. */
const report = (posts: number) => `${header}\n2026-06-13,a@x.fr,CANARY,active,,2026-06-10,${posts},3,0,E3,7\n`;

async function read(cursor: PullCursor, file: (day: string) => string, at = now, over = settings) {
  const asked: string[] = [];
  const reader: PullContext['reader'] = {
    json: () => Promise.reject(new Error('no data here')),
    file: (path) => {
      const day = /date=(\S+)\)$/.exec(path)?.[1] ?? '';
      asked.push(day);
      return Promise.resolve(Buffer.from(file(day)));
    },
  };
  const items: ImportItem[] = [];
  for await (const page of pullM365.pages({ reader, settings: over, now: at }, cursor)) {
    items.push(...page.items);
    cursor = page.cursor;
  }
  return { asked, items, cursor };
}

describe('Microsoft 365 reports, fetched', () => {
  it('are read a day at a time, up to the last that is whole', async () => {
    const { asked, items, cursor } = await read(freshCursor, () => report(2));
    expect(asked).toEqual(['2026-06-08', '2026-06-09', '2026-06-10', '2026-06-11', '2026-06-12']);
    expect(cursor.through).toBe('2026-06-13T10:30:00.000Z');
    const events = items.flatMap((item) => (item.type === 'event' ? [item.row] : []));
    expect(events).toHaveLength(15);
    expect(events[1]).toMatchObject({ id: 'm365:a@x.fr:2026-06-08:post', quantity: 2, kind: 'post' });
    expect(events.at(-1)?.occurredAt).toBe('2026-06-12T10:30:00.000Z');
    expect(JSON.stringify(items)).not.toContain('CANARY');
    const next = await read(cursor, () => report(2), new Date('2026-06-16T06:00:00Z'));
    expect(next.asked).toEqual(['2026-06-13']);
    expect((await read(next.cursor, () => report(2), new Date('2026-06-16T18:00:00Z'))).asked).toEqual([]);
  });

  it('wait for a day that is not made yet, and not for one that stays empty', async () => {
    const { asked, cursor } = await read(freshCursor, (day) => (day < '2026-06-10' ? report(1) : `${header}\n`));
    expect(asked).toEqual(['2026-06-08', '2026-06-09', '2026-06-10']);
    expect(cursor.through).toBe('2026-06-10T10:30:00.000Z');
    const week = await read(cursor, () => `${header}\n`, new Date('2026-06-18T06:00:00Z'));
    expect(week.asked).toEqual(['2026-06-10', '2026-06-11', '2026-06-12']);
    expect(week.cursor.through).toBe('2026-06-12T10:30:00.000Z');
  });

  it('begin with the oldest that Microsoft still gives', async () => {
    const { asked } = await read(freshCursor, () => report(0), now, { ...settings, since: '2025-01-01' });
    expect([asked[0], asked.length]).toEqual(['2026-05-18', 26]);
  });

  it('stop where the answer is no report', async () => {
    await expect(read(freshCursor, () => '{"error":"CANARY"}')).rejects.toThrow(PullProblem);
  });
});
