import { parseEntitiesCsv, parseWavesCsv } from '#connectors/csv/parse-directory.js';
import { entitiesCsv, wavesCsv } from './template-csv.js';

const entity = (entityId: string, parentId: string | null, name = entityId) => ({
  ...{ entityId, parentId, name, kind: null, country: null, timezone: null },
});
const entities = [
  entity('acme', null),
  entity('=lyon', 'acme', 'Lyon, "sud"'),
  entity('lille', 'acme'),
  entity('a', 'lille'),
];

async function read(parse: typeof parseEntitiesCsv | typeof parseWavesCsv, text: string) {
  const rows: unknown[] = [];
  const bytes = (async function* () {
    yield await Promise.resolve(Buffer.from(text));
  })();
  for await (const parsed of parse(bytes)) rows.push('row' in parsed ? parsed.row : parsed.rejection);
  return rows;
}

it('gives entities as the file that would bring them, harmless to a spreadsheet', async () => {
  const rows = await read(parseEntitiesCsv, entitiesCsv(entities));
  expect(rows).toMatchObject([
    { entityId: 'acme', parentId: null },
    { entityId: "'=lyon", name: 'Lyon, "sud"' },
    { entityId: 'lille' },
    { entityId: 'a', parentId: 'lille' },
  ]);
});

it('gives a plan with the keys of the entities below the top, which goes in as it is', async () => {
  expect(
    await read(parseWavesCsv, wavesCsv(entities.slice(0, 1).concat(entities.slice(2)), '2026-11-22', 'fr')),
  ).toMatchObject([
    {
      ...{ waveId: 'vague-1', name: 'lille', kind: 'pilot', entities: ['lille'], target: 1 },
      ...{ plannedStart: '2026-11-23', plannedEnd: '2026-12-20', actualStart: null },
    },
  ]);
  expect(await read(parseWavesCsv, wavesCsv(entities, '2026-11-22', 'en'))).toMatchObject([
    { waveId: 'wave-1', plannedEnd: '2026-12-20' },
    { waveId: 'wave-2', plannedStart: '2026-12-21', kind: 'rollout' },
  ]);
});

it('gives an example where no entity is known', async () => {
  const rows = await read(parseWavesCsv, wavesCsv([], '2026-11-22', 'fr'));
  expect(rows).toMatchObject([{ waveId: 'vague-1', name: 'Exemple', entities: [] }]);
});
