import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { directoryColumns } from '../csv/parse-directory.js';
import { eventColumns } from '../csv/parse-events.js';
import { tarred } from '../testing/tarred.js';
import { filesOf, zipped } from '../testing/zipped.js';
import { detectFormat } from './detect-format.js';
import { suggestMap } from './suggest-map.js';

const fixture = (path: string) => readFileSync(`libs/connectors/${path}`);

describe('what a file is', () => {
  it.each([
    ['mattermost', 'mattermost/fixtures/export.jsonl'],
    ['exo', 'exo/fixtures/analytics.ndjson'],
    ['humhub', 'humhub/fixtures/activity.json'],
    ['humhub', 'humhub/fixtures/pages.ndjson'],
    ['discourse', 'discourse/fixtures/pages.ndjson'],
    ['discourse', 'discourse/fixtures/user-list.csv'],
    ['rocketchat', 'rocketchat/fixtures/pages.ndjson'],
    ['m365', 'm365/fixtures/user-activity-of-a-day.csv'],
    ['slack-analytics', 'slack/fixtures/member-analytics.json'],
  ])('is told from the content of %s (%s), packed or not', (kind, path) => {
    expect(detectFormat(fixture(path))).toMatchObject({ kind, score: 1 });
    expect(detectFormat(gzipSync(fixture(path)).subarray(0, 65_536)).kind).toBe(kind);
  });

  it.each(['slack', 'yammer', 'rocketchat'])(
    'is told from the names in an export of %s, seen at either end',
    async (kind) => {
      const zip = await zipped(filesOf(`libs/connectors/${kind}/fixtures/export`));
      expect(detectFormat(zip)).toMatchObject({ kind, reason: 'archive_names', columns: [] });
      expect(detectFormat(Buffer.from('PK'), zip.subarray(-2000)).kind).toBe(kind);
    },
  );

  it('is told from the names at the beginning of a tarball, packed or not', async () => {
    const kindOf = async (name: string) => {
      const tar = await tarred({ 'x/a.txt': 'a', [name]: '{}' });
      expect(detectFormat(gzipSync(tar)).kind).toBe(detectFormat(tar).kind);
      return detectFormat(tar).kind;
    };
    for (const name of ['realm.json', 'x/realm.json', 'x/messages-000001.json', 'zulip-export-1/b.png'])
      expect(await kindOf(name)).toBe('zulip');
    for (const name of ['x/y/realm.json', 'photo.png']) expect(await kindOf(name)).toBeNull();
  });

  it('is told from the one file of interest in a workbook or a packed export', async () => {
    const kindOf = async (name: string) => detectFormat(await zipped({ 'a.txt': '', [name]: 'x' })).kind;
    expect(await kindOf('xl/workbook.xml')).toBe('workplace');
    expect(await kindOf('import.jsonl')).toBe('mattermost');
    expect(await kindOf('photo.png')).toBeNull();
  });

  it.each([
    ['events', 'id,occurred_at,kind,actor\n1,2026-01-05T10:00:00Z,post,ada\n', ','],
    ['people', 'person_id;entity;manager_id\np1;acme;\n', ';'],
    ['people', 'person_id,entity_path,is_manager\np1,A > B,oui\n', ','],
    ['people', 'Matricule;Service;Encadrant (O/N)\n1001;France > Lyon;O\n', ';'],
    ['people', 'e-mail;affectation;manager\na@x.fr;France > Lyon > Production;non\n', ';'],
    ['people', 'Contact;Où\na@x.fr;France > Lyon\nb@x.fr;France > Nîmes > Atelier\n', ';'],
    ['entities', '\uFEFFentity_id\tparent_id\tname\nacme\t\tAcme\n', '\t'],
    ['history', 'wave_or_entity,period_end,indicator,window,numerator,denominator,source,definition\n', ','],
    ['events', 'N°;Date de création;Type d’activité;Auteur\n1;14/09/2026 10:05;Publication;a@x.fr\n', ';'],
    ['events', 'Nr,Moment,Wer,Was\n1,14.09.2026 10:05,a@x.de,Beitrag\n', ','],
    ['events', 'sep=;\nHorodatage;Utilisateur;Action\n05/01/2026 10:00;ada;Publication\n', ';'],
  ])('is told from a header: %s', (kind, text, delimiter) => {
    expect(detectFormat(Buffer.from(text))).toMatchObject({ kind, delimiter, reason: 'header' });
  });

  it('is not known of what nobody reads', () => {
    for (const text of ['', 'PK', 'Bonjour à tous', '{"a":1}', '<html>', 'a,b\n1,2\n'])
      expect(detectFormat(Buffer.from(text)).kind).toBeNull();
  });

  it('never fails, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', 'PK\u0003\u0004', '\u001f\u008b', '{', 'a;b\n'),
        (bytes, start) => {
          const { score } = detectFormat(Buffer.concat([Buffer.from(start, 'latin1'), bytes]));
          expect(score >= 0 && score <= 1).toBe(true);
        },
      ),
    );
  });
});

test('columns of people are suggested by their names, and by what their first row shows', () => {
  const { people } = directoryColumns;
  expect(suggestMap(['Matricule', 'Chemin', 'Manager (O/N)'], people)).toEqual({
    ...{ person_id: 'Matricule', entity_path: 'Chemin', is_manager: 'Manager (O/N)' },
  });
  const names = ['Identifiant', 'Entité', 'Manager'];
  expect(suggestMap(names, people, [['p1', 'FR/Lyon', 'non']])).toEqual({
    ...{ person_id: 'Identifiant', entity_path: 'Entité', is_manager: 'Manager' },
  });
  expect(suggestMap(names, people, [['p1', 'lyon', 'p0']])).toEqual({
    ...{ person_id: 'Identifiant', entity: 'Entité', manager_id: 'Manager' },
  });
});

describe('a directory whose names say nothing', () => {
  const { people } = directoryColumns;
  const mapOf = (names: string[], ...sample: string[][]) => suggestMap(names, people, sample);
  const placeOf = (...cells: string[]) => mapOf(['x', 'y'], ...cells.map((cell) => ['', cell]))['entity_path'];

  it('is told by what most of its lines show', () => {
    const lines = [
      ['a@x.fr', 'France > Lyon > Production', 'oui', 'c@x.fr'],
      ['b@x.fr', 'France > Lyon', 'non', 'c@x.fr'],
      ['c@x.fr', 'Siège', 'non', ''],
    ];
    expect(mapOf(['Contact', 'Où', 'Équipe', 'Chef direct'], ...lines)).toEqual({
      ...{ person_id: 'Contact', entity_path: 'Où', is_manager: 'Équipe' },
    });
  });

  it.each([
    [true, ['France > Lyon', 'Siège', '"R > D" > Lyon']],
    [true, ['France/Lyon/Production', '/France/Lyon/R&D']],
    [true, ['France\\Lyon\\Production']],
    [false, ['Siège', 'Lyon', 'France > Lyon']],
    [false, ['14/09/2026', '1/2/2026']],
    [false, ['https://x.fr/a/b', 'www.x.fr/a/b']],
    [false, ['ACME\\ada', '\\\\srv\\home\\ada']],
    [false, ['Acheteur H/F', 'Ventes / Marketing']],
    [false, ['12 rue/Lyon/France']],
  ])('has a path (%s) in %j', (isOne, cells) => {
    expect(placeOf(...cells)).toBe(isOne ? 'y' : undefined);
  });

  it('has its managers in the one column of yes and no that few say yes to', () => {
    const managersIn = (name: string, ...cells: string[]) =>
      mapOf([name], ...cells.map((cell) => [cell]))['is_manager'];
    expect(managersIn('Équipe', 'x', '', '', '')).toBe('Équipe');
    expect(managersIn('Équipe', 'oui', 'oui', 'non')).toBeUndefined();
    expect(managersIn('Télétravail', 'oui', 'non', 'non')).toBeUndefined();
    expect(mapOf(['A', 'B'], ['oui', 'non'], ['non', 'non'], ['non', 'oui'])['is_manager']).toBeUndefined();
  });
});

test('columns are suggested by the words that people use, each once', () => {
  expect(suggestMap(['Date et heure', 'Évènement', 'E-mail', 'Espace', 'N°'], eventColumns)).toEqual({
    ...{ occurred_at: 'Date et heure', kind: 'Évènement', actor: 'E-mail', group: 'Espace', id: 'N°' },
  });
  const taken = Object.values(suggestMap(['id', 'type', 'action', 'user', 'auteur', 'date', 'time'], eventColumns));
  expect(new Set(taken).size).toBe(taken.length);
});

test('a column that its name does not tell is told by what it shows, where no other shows the same', () => {
  const names = ['Nr', 'Moment', 'Wer'];
  expect(suggestMap(names, eventColumns, [['1', '14.09.2026 10:05', 'a@x.de']])).toEqual({
    ...{ occurred_at: 'Moment', actor: 'Wer' },
  });
  expect(suggestMap(['Début', 'Moment'], eventColumns, [['2026-09-14', '2026-09-15']])).toEqual({});
  expect(suggestMap(['Von', 'Wem'], eventColumns, [['a@x.de', 'b@x.de']])).toEqual({});
});
