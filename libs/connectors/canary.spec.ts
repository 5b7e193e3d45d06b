import { fileInMemory } from './file-input.js';
import { type ImportItem } from './import-item.js';
import { importFormats } from './registry.js';
import { canary, canaryFiles } from './testing/canary-files.js';

const now = new Date('2026-06-01T00:00:00Z');

// The other tables are declared by hand, and their words are kept on purpose.
const sources = importFormats.filter(({ key, columns }) => columns === null || key === 'events');

describe.each(sources)('$key', (format) => {
  it('lets nothing through of what people write', async () => {
    const file = canaryFiles[format.key];
    if (!file) throw new Error(`${format.key} has no file in testing/canary-files.ts`);
    const items: ImportItem[] = [];
    for await (const batch of format.parse(fileInMemory(await file()), { now, zone: 'UTC' })) items.push(...batch);
    // The file is read, its broken records too.
    expect(items.filter(({ type }) => type === 'event').length).toBeGreaterThan(0);
    expect(items.filter(({ type }) => type === 'rejection').length).toBeGreaterThan(1);
    expect(JSON.stringify(items)).not.toContain(canary);
  });
});
