import { canary, canaryFiles } from '#connectors/testing/canary-files.js';
import { dumpOf } from '#storage/testing/dump.js';
import { ImportStory } from './testing/import-story.js';

it('keeps nothing of what people write, of any network, in any table', async () => {
  const story = await ImportStory.open();
  try {
    await story.begin();
    story.now = new Date('2026-06-01T00:00:00Z');
    for (const [kind, file] of Object.entries(canaryFiles)) {
      const report = await story.file(kind, await file(), { zone: 'UTC' });
      expect({ kind, state: report.state, read: report.received > 0 }).toEqual({ kind, state: 'done', read: true });
      expect(JSON.stringify(report)).not.toContain(canary);
    }
    const dump = await dumpOf(story.database.owner);
    const filled = [...dump].filter(([, text]) => text !== '').map(([name]) => name);
    for (const table of ['public.event', 'public.person', 'public.import_reject', 'public.network_group'])
      expect([...filled, ...filled.map((name) => name.replace(/_\d{6}$/, ''))]).toContain(table);
    const written = [canary, Buffer.from(canary).toString('hex')];
    expect([...dump].filter(([, text]) => written.some((word) => text.includes(word))).map(([name]) => name)).toEqual(
      [],
    );
  } finally {
    await story.close();
  }
}, 60_000);
