import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type ImportItem } from '../import-item.js';
import { m365Kinds, type M365Options, parseM365 } from './parse-m365.js';

const now = new Date('2026-06-01T00:00:00Z');
const fixture = join(__dirname, 'fixtures', 'user-activity-of-a-day.csv');

async function read(input: AsyncIterable<Buffer> | string, options: Partial<M365Options> = {}): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  const stream = typeof input === 'string' ? Readable.from([Buffer.from(input)]) : input;
  for await (const batch of parseM365(stream, { now, ...options })) items.push(...batch);
  return items;
}

const told = (items: ImportItem[]) =>
  items.map((item) => {
    if (item.type === 'event') return [item.line, item.row.kind, item.row.actor, item.row.quantity];
    if (item.type === 'rejection') return [item.rejection.line, item.rejection.code, item.rejection.field];
    return item.type === 'skipped' ? [item.line, item.reason] : [];
  });

describe('a usage report of one day', () => {
  it('gives what each person did, counted, at the middle of that day', async () => {
    const notes: string[] = [];
    const items = await read(createReadStream(fixture), { onNote: (code) => notes.push(code) });
    expect(told(items)).toEqual([
      [2, 'login', 'alice.martin@exemple.fr', 1],
      [2, 'post', 'alice.martin@exemple.fr', 2],
      [2, 'view', 'alice.martin@exemple.fr', 35],
      [2, 'reaction', 'alice.martin@exemple.fr', 4],
      [3, 'no_activity'],
      [4, 'login', 'chloe@exemple.fr', 1],
      [4, 'view', 'chloe@exemple.fr', 7],
      [5, 'login', '77e5979dd60ba6eaa53e814dbeeefa5f', 1],
      [5, 'view', '77e5979dd60ba6eaa53e814dbeeefa5f', 1],
      [6, 'bad_number', 'posted count'],
      [7, 'missing_field', 'user principal name'],
      [8, 'bad_date', 'report refresh date'],
      [9, 'rolling_report', 'report period'],
    ]);
    expect(notes).toEqual(['concealed_names']);
    const events = items.flatMap((item) => (item.type === 'event' ? [item.row] : []));
    expect(new Set(events.map(({ occurredAt }) => occurredAt))).toEqual(new Set(['2026-03-02T10:30:00.000Z']));
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(events[1]?.id).toBe('m365:alice.martin@exemple.fr:2026-03-02:post');
    expect([...new Set(events.map(({ kind }) => kind))].sort()).toEqual([...m365Kinds].sort());
    expect(JSON.stringify(items)).not.toMatch(/Martin|Petit|POWER BI/);
  });

  it('tells presence from the devices that were used', async () => {
    const header = 'Report Refresh Date,User Principal Name,Used Web,Used Android Phone,Report Period\n';
    const items = await read(`${header}2026-03-02,a@x.fr,No,Yes,1\n2026-03-02,b@x.fr,No,No,1\n`);
    expect(told(items)).toEqual([
      [2, 'login', 'a@x.fr', 1],
      [3, 'no_activity'],
    ]);
  });

  it('may have its columns in another language, if they are named', async () => {
    const text = readFileSync(fixture, 'utf8')
      .replace('User Principal Name', 'Nom principal')
      .replace('Posted Count', 'Nombre de publications');
    const map = { 'User Principal Name': 'Nom principal', 'Posted Count': 'Nombre de publications' };
    expect(told(await read(text, { map }))).toEqual(told(await read(createReadStream(fixture))));
    await expect(read(text)).rejects.toMatchObject({ code: 'not_an_m365_report' });
  });

  it('may be declared to be of one day, whatever its period says', async () => {
    const text = readFileSync(fixture, 'utf8').replace(/,1\r$/gm, ',7\r');
    await expect(read(text)).rejects.toMatchObject({ code: 'rolling_report', field: 'report period' });
    expect(told(await read(text, { grain: 'day' }))).toContainEqual([2, 'post', 'alice.martin@exemple.fr', 2]);
  });
});

const shared = process.env['ESSOR_SHARED'];
const samples = join(shared ?? '', 'data', 'viva-engage');
const realInput = shared === undefined ? it.skip : it;

realInput('every real sample (needs ESSOR_SHARED) is known for what it is', async () => {
  const kindOf = async (file: string) => {
    const text = readFileSync(join(samples, file), 'utf8');
    return read(text).then(
      (items) => items.map(({ type }) => type),
      (error: { code?: string }) => error.code,
    );
  };
  const files = readdirSync(samples).filter((file) => file.endsWith('.csv'));
  const found = await Promise.all(files.map(async (file) => [file, await kindOf(file)] as const));
  const perUser = ['engage-report-activityuserdetail.csv', 'engage-report-deviceusageuserdetail.csv'];
  const totals = files.filter((file) => file.includes('-report-') && !perUser.includes(file));
  expect(totals).toHaveLength(7);
  for (const [file, kind] of found) {
    const isReport = file.includes('-report-');
    const expected = perUser.includes(file) ? 'rolling_report' : isReport ? 'only_totals' : 'not_an_m365_report';
    expect([file, kind]).toEqual([file, expected]);
  }
  // The same lines as a report of one day would have them.
  for (const file of perUser) {
    const text = readFileSync(join(samples, file), 'utf8').replace(/,7(\r?\n|$)/g, ',1$1');
    expect(told(await read(text))).toEqual([[2, 'no_activity']]);
    const active = text.replace(/,0,0,0,/, ',1,2,3,').replace(/,No,/, ',Yes,');
    expect((await read(active)).every(({ type }) => type === 'event')).toBe(true);
  }
});
