import { readFileSync } from 'node:fs';
import { filesOf, zipped } from '../testing/zipped.js';
import { detectFormat } from './detect-format.js';
import { previewFile } from './preview-file.js';

const now = new Date('2026-11-01T00:00:00Z');
const preview = (text: string | Buffer, kind: string, options = {}) => {
  const head = Buffer.from(text).subarray(0, 65_536);
  return previewFile({ bytes: head, isWhole: false }, detectFormat(head), kind, { now, ...options });
};

describe('the preview of a file', () => {
  it('shows its first rows as events, with nobody in them, and what is refused among them', async () => {
    const lines = Array.from(
      { length: 3000 },
      (_, n) => `e${n},2026-01-05T10:00:00Z,${n === 3 ? 'poke' : 'post'},ada@x.fr,g\n`,
    );
    const shown = await preview(`id,occurred_at,kind,actor,group\n${lines.join('')}`, 'events');
    expect(shown?.rows).toHaveLength(20);
    expect(shown?.rows[0]).toEqual({
      ...{
        line: 2,
        type: 'event',
        kind: 'post',
        occurredAt: '2026-01-05T10:00:00.000Z',
        inGroup: true,
        answers: false,
      },
    });
    expect(shown?.rejects).toEqual([{ line: 5, code: 'unknown_kind', field: 'kind' }]);
    expect(JSON.stringify(shown)).not.toContain('ada');
  });

  it('asks about the words of kinds that it does not know, once each, and never about an address', async () => {
    const rows = ['poke', 'post', 'Publication', 'poke', 'ada@x.fr'].map(
      (word, n) => `e${n},2026-01-05T10:00:00Z,${word},ada\n`,
    );
    const text = `id,occurred_at,kind,actor\n${rows.join('')}`;
    expect((await preview(text, 'events'))?.unknownWords).toEqual(['poke', 'Publication']);
    expect((await preview(text, 'events', { kinds: { post: ['Publication', 'poke'] } }))?.unknownWords).toEqual([]);
    const many = Array.from({ length: 50 }, (_, n) => `e${n},2026-01-05T10:00:00Z,word ${n},ada\n`);
    expect((await preview(`id,occurred_at,kind,actor\n${many.join('')}`, 'events'))?.unknownWords).toHaveLength(30);
  });

  it('reads as it is asked to, and tells why it cannot', async () => {
    const text = 'Horodatage;Qui;Quoi\n05/01/2026 10:00;ada;Publication\n';
    expect(await preview(text, 'events')).toMatchObject({ rows: [], errorCode: 'missing_column' });
    const options = {
      ...{ map: { occurred_at: 'Horodatage', actor: 'Qui', kind: 'Quoi' }, kinds: { post: 'Publication' } },
      ...{ dateFormat: 'dd/MM/yyyy HH:mm', zone: 'Europe/Paris', fixed: { id: '1' } },
    };
    expect(await preview(text, 'events', options)).toMatchObject({
      rows: [{ kind: 'post', occurredAt: '2026-01-05T09:00:00.000Z' }],
      rejects: [],
    });
  });

  it.each([
    ['29/02/2025 10:00', 'bad_timestamp'],
    ['01/01/1970 00:00', 'early_timestamp'],
    ['01/06/1970 12:00', 'early_timestamp'],
    ['05/10/1985 10:00', 'early_timestamp'],
    ['01/01/2100 00:00', 'future_timestamp'],
    ['29/03/2026 02:30', 'no_such_local_time'],
  ])('tells what no clock has shown: %s', async (when, code) => {
    const text = `id,occurred_at,kind,actor\n1,29/02/2024 10:00,post,ada\n2,${when},post,ada\n`;
    const reading = { dateFormat: 'dd/MM/yyyy HH:mm', zone: 'Europe/Paris' };
    const shown = await preview(text, 'events', reading);
    expect(shown?.rows).toHaveLength(1);
    expect(shown?.rejects).toEqual([{ line: 3, code, field: 'occurred_at' }]);
  });

  it('keeps the words of messages out, and says nothing of an archive', async () => {
    for (const [kind, path] of [
      ['mattermost', 'mattermost/fixtures/export.jsonl'],
      ['humhub', 'humhub/fixtures/pages.ndjson'],
      ['discourse', 'discourse/fixtures/pages.ndjson'],
    ] as const) {
      const shown = await preview(readFileSync(`libs/connectors/${path}`), kind);
      expect(shown?.rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(shown)).not.toMatch(/CANARY/i);
    }
    expect(await preview(Buffer.from('PK\u0003\u0004'), 'slack')).toBeNull();
  });

  it('shows the events of an archive that is there as a whole, before its people and groups', async () => {
    const bytes = await zipped(filesOf('libs/connectors/slack/fixtures/export'));
    const shown = await previewFile({ bytes, isWhole: true }, detectFormat(bytes), 'slack', { now });
    expect(new Set(shown?.rows.map(({ type }) => type))).toEqual(new Set(['event']));
    expect(shown?.rows.length).toBeGreaterThan(5);
    expect(shown?.rejects.length).toBeGreaterThan(0);
    expect(JSON.stringify(shown)).not.toMatch(/U0ANNE|Bonjour/);
    const cut = { bytes: bytes.subarray(0, 300), isWhole: true };
    expect(await previewFile(cut, detectFormat(bytes), 'slack', { now })).toMatchObject({
      errorCode: 'damaged_archive',
    });
  });
});
