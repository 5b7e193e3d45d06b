import { undoCounts } from '#storage/import/undo.repository.js';
import { type ImportSettings } from './import-request.js';
import { codes, ImportStory } from './testing/import-story.js';
import { undoImport } from './undo-import.js';

let story: ImportStory;
beforeAll(async () => {
  story = await ImportStory.open();
});
afterAll(() => story.close());
beforeEach(() => story.begin({ timezone: 'Europe/Paris' }));

const settings: ImportSettings = {
  ids: 'content',
  map: { occurred_at: 'date', actor: 'utilisateur', kind: 'type' },
  kinds: { post: 'Publication', reaction: "J'aime", login: 'Connexion' },
  dateFormat: 'dd/MM/yyyy HH:mm',
  zone: 'Europe/Paris',
};
const words = ['Publication', "J'aime", 'Connexion'];
/** Of every ten lines two are alike. */
const line = (number: number) => {
  const like = number % 10 === 9 ? number - 1 : number;
  return `${String(1 + (like % 28)).padStart(2, '0')}/01/2026 09:${String(like % 60).padStart(2, '0')};p${like % 11};${words[like % 3]}\n`;
};
const lines = Array.from({ length: 300 }, (_, number) => line(number));
const bytes = (some: readonly string[]) => Buffer.from(`date;utilisateur;type\n${some.join('')}`, 'latin1');
const file = (some: readonly string[], over: ImportSettings = {}) =>
  story.file('events', bytes(some), { ...settings, ...over });
const ledger = () => story.rows(`select day, id, kind, actor from event where organization_id = $1 order by day, id`);
const sources = () => story.rows(`select name from source where organization_id = $1`);

it('gives each line its event, and none when it comes again, whole, shuffled or in files that overlap', async () => {
  expect(await file(lines)).toMatchObject({ received: 300, accepted: 300, duplicates: 0, rejected: 0 });
  const expected = await ledger();
  expect(await file([...lines].reverse())).toMatchObject({ accepted: 0, duplicates: 300, rejected: 0 });
  expect(await file(lines.slice(50, 120))).toMatchObject({ accepted: 0, duplicates: 70 });
  await story.begin();
  // Cut between days, as exports of one month after the other are.
  const early = lines.filter((one) => one < '15');
  await file(lines.filter((one) => one >= '12'));
  await file(early);
  expect(await ledger()).toEqual(expected);
});

it('refuses one line for one that is wrong, and tells one that came before with another meaning', async () => {
  expect(codes(await file([...lines, '30/02/2026 10:00;ada;Publication\n']))).toEqual(['302 bad_timestamp']);
  const [first = ''] = lines;
  const other = await file([first], { kinds: { share: 'Publication' } });
  expect(other).toMatchObject({ accepted: 0, rejected: 1 });
  expect(codes(other)).toEqual(['2 conflict']);
});

it('counts days alone as times that are not known', async () => {
  await file(['05/01/2026;ada;Publication\n', '05/01/2026;ada;Publication\n'], { dateFormat: 'dd/MM/yyyy' });
  await story.countOnly([]);
  expect(await story.rows(`select day::text, events, approximate from source_day where organization_id = $1`)).toEqual([
    { day: '2026-01-05', events: 2, approximate: 2 },
  ]);
});

it('says what an undo would take out, and what stays', async () => {
  const first = await file(lines.slice(0, 200));
  const second = await file(lines.slice(100));
  const counts = async (importId: number) => {
    const [{ source } = { source: -1 }] = await story.rows<{ source: number }>(
      `select source_id as source from import where organization_id = $1`,
    );
    const brought = { organizationId: story.organizationId, sourceId: source, importId };
    return story.within((work) => undoCounts(work, brought, ['2026-01-01', '2026-01-31']));
  };
  expect(second).toMatchObject({ accepted: 100, duplicates: 100 });
  expect(await counts(second.importId)).toEqual({ leaving: 100, staying: 0 });
  expect(await counts(first.importId)).toEqual({ leaving: 100, staying: 100 });
  expect(await undoImport(story.work, story.organizationId, first.importId)).toBe(100);
  expect(await counts(second.importId)).toEqual({ leaving: 200, staying: 0 });
});

describe('a source of files', () => {
  it('is not left behind by a file that is refused as a whole', async () => {
    expect(await file(lines, { source: 'RSE', ids: 'column' })).toMatchObject({ errorCode: 'missing_column' });
    expect(await file(['nonsense;ada;x\n', ...lines], { source: 'RSE', strict: true })).toMatchObject({
      state: 'failed',
    });
    expect(await sources()).toEqual([]);
    expect(await file(lines, { source: 'RSE' })).toMatchObject({ accepted: 300 });
    expect(await file(lines, { source: 'RSE', ids: 'column' })).toMatchObject({ state: 'failed' });
    expect(await sources()).toEqual([{ name: 'RSE' }]);
  });

  it('stays where it counts what was refused', async () => {
    expect(await file(['nonsense;ada;x\n'], { source: 'RSE' })).toMatchObject({ state: 'done', rejected: 1 });
    expect(await sources()).toEqual([{ name: 'RSE' }]);
  });
});
