import fc from 'fast-check';
import { fileInMemory } from './file-input.js';
import { type ImportItem } from './import-item.js';
import { importFormats } from './registry.js';
import { sourceRecords } from './testing/source-records.js';
import { only } from './testing/zipped.js';

const now = new Date('2026-06-01T00:00:00Z');
const sources = importFormats.filter(({ key, columns }) => columns === null || key === 'events');
const many = 12;

describe.each(sources)('records of $key', (format) => {
  const records = sourceRecords[format.key];
  if (!records) throw new Error(`${format.key} has no line in testing/source-records.ts`);
  const good = Array.from({ length: many }, (_, n) => records.good(n));

  async function itemsOf(rows: readonly unknown[]): Promise<ImportItem[]> {
    const items: ImportItem[] = [];
    const bytes = await records!.file(rows);
    for await (const batch of format.parse(fileInMemory(bytes, 1009), { now, zone: 'UTC' })) items.push(...batch);
    return items;
  }

  /** What is stored of a file, whatever its lines; what comes twice is known by its id. */
  const stored = (...files: ImportItem[][]) => {
    const rows = files.flat().filter(({ type }) => type !== 'rejection' && type !== 'skipped');
    return [...new Set(rows.map((item) => JSON.stringify({ ...item, line: 0 })))].sort();
  };

  it('are the same in any order and in any two files', async () => {
    const whole = await itemsOf(good);
    expect(only(whole, 'rejection')).toEqual([]);
    const ids = only(whole, 'event').map(({ row }) => row.id);
    expect(ids.length).toBeGreaterThanOrEqual(many / 2);
    expect(new Set(ids).size).toBe(ids.length);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(good, { minLength: many }),
        fc.integer({ min: 1, max: many - 1 }),
        async (rows, cut) => {
          expect(stored(await itemsOf(rows))).toEqual(stored(whole));
          expect(stored(await itemsOf(rows.slice(0, cut)), await itemsOf(rows.slice(cut)))).toEqual(stored(whole));
        },
      ),
      { numRuns: 10 },
    );
  });

  it('that are broken are refused one by one, and take no other with them', async () => {
    const whole = await itemsOf(good);
    for (const at of [0, 5, many]) {
      const items = await itemsOf([...good.slice(0, at), records.broken, ...good.slice(at)]);
      expect(only(items, 'rejection')).toHaveLength(1);
      expect(stored(items)).toEqual(stored(whole));
    }
  });
});
