import { type Parsed } from '../rejection.js';
import {
  parseEntitiesCsv,
  parseGroupsCsv,
  parseMandatesCsv,
  parseMembersCsv,
  parsePeopleCsv,
  parseWavesCsv,
} from './parse-directory.js';
import { type TableOptions } from './table.js';
import { type ByteStream } from './text-stream.js';

type Parser<T> = (input: ByteStream, options?: TableOptions) => AsyncGenerator<Parsed<T>>;

async function read<T>(parse: Parser<T>, text: string, options?: TableOptions): Promise<Parsed<T>[]> {
  const items: Parsed<T>[] = [];
  for await (const item of parse(bytes(text), options)) items.push(item);
  return items;
}

async function* bytes(text: string): ByteStream {
  yield await Promise.resolve(Buffer.from(text));
}

/** The code and the field of each line refused. */
async function refused<T>(parse: Parser<T>, text: string) {
  const items = await read(parse, text);
  return items.map((item) => ('rejection' in item ? [item.rejection.code, item.rejection.field] : 'row'));
}

describe('entities', () => {
  const header = 'entity_id,parent_id,name,kind,country,timezone';

  it('are read with what is known of them', async () => {
    expect(
      await read(parseEntitiesCsv, `${header}\nfr,,"Groupe\nFrance",country,fr,Europe/Paris\nlyon,fr,Lyon,,,\n`),
    ).toEqual([
      {
        line: 2,
        row: {
          entityId: 'fr',
          parentId: null,
          name: 'Groupe France',
          kind: 'country',
          country: 'FR',
          timezone: 'Europe/Paris',
        },
      },
      { line: 4, row: { entityId: 'lyon', parentId: 'fr', name: 'Lyon', kind: null, country: null, timezone: null } },
    ]);
  });

  it('are refused one by one', async () => {
    const lines = [
      ',,x,,,',
      'a,,,,,',
      'a,,x,,France,',
      'a,,x,,,Paris/Europe',
      'a,,x,,,+02:00',
      '"a\nb",,x,,,',
      'ok,,x,,,',
    ];
    expect(await refused(parseEntitiesCsv, [header, ...lines].join('\n'))).toEqual([
      ['missing_field', 'entity_id'],
      ['missing_field', 'name'],
      ['bad_country', 'country'],
      ['bad_timezone', 'timezone'],
      ['bad_timezone', 'timezone'],
      ['control_character', 'entity_id'],
      'row',
    ]);
  });

  it('need the column that makes them a tree', async () => {
    await expect(read(parseEntitiesCsv, 'entity_id,name\na,A')).rejects.toMatchObject({
      code: 'missing_column',
      field: 'parent_id',
    });
  });
});

describe('people', () => {
  const header = 'person_id;entity;manager_id;level;valid_from;valid_to;aliases;name;site;trade;bot';

  it('are read with what is known of them', async () => {
    const text = `${header}\np1;lyon;p0;2;2026-01-01;2026-07-01;"a@x.fr; anne ;a@x.fr";Anne;Lyon 3;achats;non\np2;;;;;;;;;;oui\n`;
    expect(await read(parsePeopleCsv, text)).toEqual([
      {
        line: 2,
        row: {
          personId: 'p1',
          entity: 'lyon',
          managerId: 'p0',
          level: 2,
          validFrom: '2026-01-01',
          validTo: '2026-07-01',
          aliases: ['a@x.fr', 'anne'],
          name: 'Anne',
          site: 'Lyon 3',
          trade: 'achats',
          bot: false,
        },
      },
      {
        line: 3,
        row: expect.objectContaining({ personId: 'p2', entity: null, level: null, aliases: [], bot: true }) as unknown,
      },
    ]);
  });

  it('may be told by a path, and as managers in five languages', async () => {
    const words = ['oui', 'Yes', 'x', 'JA', 'sì', 'Sí', '1', 'vrai', 'non', 'no', 'Nein', '0', 'falso', ''];
    const text = ['person_id;entity_path;is_manager', ...words.map((word, at) => `p${at};France  >\tLyon;${word}`)];
    const rows = (await read(parsePeopleCsv, text.join('\n'))).map((item) => ('row' in item ? item.row : null));
    expect(rows.map((row) => row?.manages ?? null)).toEqual([
      ...Array<boolean>(8).fill(true),
      ...Array<boolean>(5).fill(false),
      null,
    ]);
    expect(new Set(rows.map((row) => row?.entityPath))).toEqual(new Set(['France > Lyon']));
    expect(await refused(parsePeopleCsv, 'person_id,entity,is_manager\np1,lyon,perhaps')).toEqual([
      ['bad_boolean', 'is_manager'],
    ]);
  });

  it('need a column that says where they are', async () => {
    await expect(read(parsePeopleCsv, 'person_id,is_manager\np1,oui')).rejects.toMatchObject({
      ...{ code: 'missing_column', field: 'entity' },
    });
  });

  it('need no optional column', async () => {
    expect(
      await read(parsePeopleCsv, 'matricule,site\np1,lyon', { map: { person_id: 'matricule', entity: 'site' } }),
    ).toMatchObject([{ row: { personId: 'p1', entity: 'lyon', managerId: null, bot: false } }]);
  });

  it('are refused one by one', async () => {
    const lines = [
      ';x;;;;;;;;;',
      'a;x;;two;;;;;;;',
      'a;x;;-1;;;;;;;',
      'a;x;;;2026-02-30;;;;;;',
      'a;x;;;;01/02/2026;;;;;',
      'a;x;;;;;;;;;maybe',
    ];
    expect(await refused(parsePeopleCsv, [header, ...lines].join('\n'))).toEqual([
      ['missing_field', 'person_id'],
      ['bad_level', 'level'],
      ['bad_level', 'level'],
      ['bad_date', 'valid_from'],
      ['bad_date', 'valid_to'],
      ['bad_boolean', 'bot'],
    ]);
  });
});

describe('waves', () => {
  const header = 'wave_id,name,kind,planned_start,planned_end,actual_start,actual_end,entities,target,curve';

  it('are read with what is known of them', async () => {
    const text = `${header}\nw1,Pilote,pilot,2026-01-05,2026-03-01,2026-01-12,,lyon;paris,0.8,2026-01-31:0.25;2026-03-01:0.8\nw2,Suite,,2026-03-02,2026-03-02,,,,,\n`;
    expect(await read(parseWavesCsv, text)).toEqual([
      {
        line: 2,
        row: {
          waveId: 'w1',
          name: 'Pilote',
          kind: 'pilot',
          plannedStart: '2026-01-05',
          plannedEnd: '2026-03-01',
          actualStart: '2026-01-12',
          actualEnd: null,
          entities: ['lyon', 'paris'],
          target: 0.8,
          curve: [
            { date: '2026-01-31', share: 0.25 },
            { date: '2026-03-01', share: 0.8 },
          ],
        },
      },
      {
        line: 3,
        row: expect.objectContaining({ waveId: 'w2', kind: 'rollout', entities: [], target: 1, curve: [] }) as unknown,
      },
    ]);
  });

  it.each([
    [',0,', 'bad_share', 'target'],
    [',1.5,', 'bad_share', 'target'],
    [',80%,', 'bad_share', 'target'],
    [',,2026-01-31', 'bad_curve', 'curve'],
    [',,2026-01-31:2', 'bad_curve', 'curve'],
    [',,2026-01-32:0.5', 'bad_date', 'curve'],
    [',,2026-01-31:0.5;2026-01-31:0.6', 'bad_curve', 'curve'],
    [',,2026-01-31:0.5;2026-02-28:0.4', 'bad_curve', 'curve'],
    [',,2026-01-04:0.1', 'bad_curve', 'curve'],
  ])('are refused with %j: %s', async (end, code, field) => {
    expect(await refused(parseWavesCsv, `${header}\nw,W,,2026-01-05,2026-03-01,,,${end}`)).toEqual([[code, field]]);
  });

  it('are refused without a plan, or of a kind of their own', async () => {
    expect(
      await refused(parseWavesCsv, `${header}\nw,W,,,2026-03-01,,,,,\nw,W,storm,2026-01-05,2026-03-01,,,,,`),
    ).toEqual([
      ['missing_field', 'planned_start'],
      ['unknown_kind', 'kind'],
    ]);
  });

  it('may have a share with a decimal comma', async () => {
    const text = `${header.replaceAll(',', ';')}\nw;W;;2026-01-05;2026-03-01;;;;0,8;\n`;
    expect(await read(parseWavesCsv, text)).toMatchObject([{ row: { target: 0.8 } }]);
  });
});

describe('members, groups and mandates', () => {
  it('are read', async () => {
    expect(await read(parseMembersCsv, 'wave_id,person_id,from,to\nw1,p1,2026-01-05,\n')).toEqual([
      { line: 2, row: { waveId: 'w1', personId: 'p1', from: '2026-01-05', to: null } },
    ]);
    const groups =
      'group_id,name,kind,creator_id,owner_ids,created_at,archived_at,has_description,open,entity,planned_months';
    expect(
      await read(
        parseGroupsCsv,
        `${groups}\ng1,Achats,community,p1,p1;p2,2026-01-05T10:00:00+01:00,2026-02-01,true,,lyon,6\n`,
      ),
    ).toEqual([
      {
        line: 2,
        row: {
          groupId: 'g1',
          name: 'Achats',
          kind: 'community',
          creatorId: 'p1',
          ownerIds: ['p1', 'p2'],
          entity: 'lyon',
          createdAt: '2026-01-05T09:00:00.000Z',
          archivedAt: '2026-02-01T00:00:00.000Z',
          hasDescription: true,
          open: null,
          plannedMonths: 6,
        },
      },
    ]);
    expect(
      await read(parseMandatesCsv, 'person_id,role,entity,from,to\np1,Ambassador,lyon,2026-01-05,2026-06-01\n'),
    ).toEqual([
      { line: 2, row: { personId: 'p1', role: 'ambassador', entity: 'lyon', from: '2026-01-05', to: '2026-06-01' } },
    ]);
  });

  it('are refused one by one', async () => {
    expect(await refused(parseMembersCsv, 'wave_id,person_id\n,p1\nw1,\n')).toEqual([
      ['missing_field', 'wave_id'],
      ['missing_field', 'person_id'],
    ]);
    expect(await refused(parseGroupsCsv, 'group_id,created_at\ng,2026-01-05T10:00\ng,soon\n')).toEqual([
      ['naive_timestamp', 'created_at'],
      ['bad_timestamp', 'created_at'],
    ]);
    expect(await refused(parseMandatesCsv, 'person_id,role\np1,\np1,king\n')).toEqual([
      ['missing_field', 'role'],
      ['unknown_role', 'role'],
    ]);
  });
});
