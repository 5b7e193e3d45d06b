import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileInMemory, type FileInput } from './file-input.js';
import { type ImportItem } from './import-item.js';
import { factKinds } from '#domain/declared/facts.js';
import { networkExports } from '#domain/files/network-exports.js';
import { importFormat, importFormats } from './registry.js';

const now = new Date('2026-06-01T00:00:00Z');

const file = (text: string | Buffer) => fileInMemory(Buffer.from(text));

async function read(key: string, input: FileInput): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const batch of importFormat(key)?.parse(input, { now }) ?? []) items.push(...batch);
  return items;
}

describe('the registry of formats', () => {
  it('names each format once', () => {
    expect(importFormats.map(({ key }) => key)).toEqual([
      'events',
      'entities',
      'people',
      'waves',
      'members',
      'groups',
      'mandates',
      ...factKinds,
      ...networkExports,
    ]);
    expect(importFormat('fax')).toBeNull();
  });

  it.each(importFormats.filter(({ columns }) => columns !== null))(
    'reads $key by the type of row it says',
    async (format) => {
      const columns = [...(format.columns?.required ?? []), ...(format.columns?.either ?? []).slice(0, 1)];
      const samples: Record<string, string> = {
        occurred_at: '2026-01-01T00:00:00Z',
        kind: 'post',
        parent_id: '',
        planned_start: '2026-01-01',
        every: 'week',
        planned_end: '2026-01-02',
        role: 'sponsor',
        ...(format.key === 'actions' ? { kind: 'webinar' } : {}),
        ...{
          starts_on: '2026-01-01',
          from: '2026-01-01',
          to: '2026-01-02',
          date: '2026-01-01',
          called_on: '2026-01-01',
          by: '2026-01-01',
        },
        ...{ period_end: '2026-01-04', consent_on: '2026-01-04', people: '3', numerator: '1', answers: 'x;y' },
        ...{ item: 'charter', state: format.key === 'coaching' ? 'planned' : 'done', outcome: 'reached' },
      };
      const row = columns.map((column) => samples[column] ?? 'x').join(',');
      const items = await read(
        format.key,
        file(
          `${columns.join(',')}\n${row}\n${columns
            .map(() => ' ')
            .join('","')
            .replace(/.*/, '"$&","","","stray')}`,
        ),
      );
      expect(items).toMatchObject([
        { type: format.gives[0], line: 2 },
        { type: 'rejection', rejection: { line: 3 } },
      ]);
    },
  );

  it('reads a Mattermost export as the types it says', async () => {
    const items = await read('mattermost', file(readFileSync(join(__dirname, 'mattermost/fixtures/export.jsonl'))));
    const types = new Set(items.map(({ type }) => type));
    expect(types).toEqual(new Set([...(importFormat('mattermost')?.gives ?? []), 'skipped', 'rejection']));
  });
});
