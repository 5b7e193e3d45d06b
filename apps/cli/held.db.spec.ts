import { Command } from 'commander';
import { zipped } from '#connectors/testing/zipped.js';
import { ImportStory } from '#pipeline/import/testing/import-story.js';
import { createAccount } from '#storage/access/create-account.js';
import { createImport, findImport } from '#storage/import/imports.js';
import { saveChunks } from '#storage/import/import-chunks.js';
import { runKept } from '#pipeline/import/run-kept.js';
import { createSourceKey, revokeSourceKey } from './access.command.js';
import { decideFile } from './held.command.js';
import { type Installation } from './installation.js';
import { adoptTree, showTree } from './tree.command.js';
import { addUsers } from './users.command.js';

const names = Array.from({ length: 12 }, (_, index) => `p${index}@acme.example`);
const entities = 'entity_id,parent_id,name\nacme,,Acme\n';
const people = (of: readonly string[]) => ['person_id,entity', ...of.map((name) => `${name},acme`), ''].join('\n');

describe('what the page of sources decides, on the command line', () => {
  let story: ImportStory;
  let installation: Installation;
  let slug: string;
  const printed: string[] = [];
  beforeAll(async () => {
    story = await ImportStory.open();
    const owner = story.owner;
    installation = {
      settings: {},
      as: (role: string) => Promise.resolve(role === 'work' ? story.work : owner),
    } as never;
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await story.close();
  });
  beforeEach(async () => {
    await story.begin({ class: 'personal' });
    [{ slug } = { slug: '' }] = await story.rows<{ slug: string }>(`select slug from organization where id = $1`);
    printed.length = 0;
  });

  /** A file of everybody handed in through the browser, in which most have left. */
  async function held(): Promise<number> {
    await story.file('entities', entities);
    await story.file('people', people(names));
    const bytes = Buffer.from(people(names.slice(0, 6)));
    const given = { kind: 'people', fileName: 'everybody.csv', options: { snapshot: '2026-03-09' } };
    const id = await createImport(story.owner, story.organizationId, { ...given, totalBytes: bytes.length });
    const pieces = (async function* () {
      yield await Promise.resolve(bytes);
    })();
    await story.owner.transaction((tx) => saveChunks(tx, story.organizationId, id, pieces, 1e6));
    const stored = (await findImport(story.owner, story.organizationId, id))!;
    expect((await runKept(story.work, story.organizationId, stored, story.now)).state).toBe('held');
    return id;
  }

  const notes = () =>
    story.owner.query<{ action: string; detail: object }[]>(
      `select action, detail from audit where organization_id = $1 order by id`,
      [story.organizationId],
    );
  const audited = async () => (await notes()).map(({ action }) => action);

  it('lets a file that is held in, once', async () => {
    const id = await held();
    expect(await decideFile(installation, 'approve', String(id), { org: slug })).toBe(0);
    expect(printed.join('')).toContain('6 people who left');
    expect(await audited()).toEqual(['file_handed_in', 'file_handed_in', 'snapshot_approved']);
    await expect(decideFile(installation, 'approve', String(id), { org: slug })).rejects.toMatchObject({
      code: 'not_held',
    });
  });

  it('refuses one, and knows no other', async () => {
    const id = await held();
    expect(await decideFile(installation, 'refuse', String(id), { org: slug })).toBe(0);
    expect((await audited()).at(-1)).toBe('snapshot_refused');
    await expect(decideFile(installation, 'refuse', '99', { org: slug })).rejects.toMatchObject({
      code: 'unknown_import',
    });
  });

  it('notes the accounts, keys and tokens that it makes, without what opens them', async () => {
    const program = new Command();
    addUsers(program, (command) => async (options) => void (await command(installation, options)));
    const user = (...words: string[]) =>
      program.parseAsync(['user', ...words, '--email', `${slug}@acme.example`], { from: 'user' });
    await createAccount(story.owner, { email: `root.${slug}@acme.example`, name: 'Root', role: 'admin' });
    await user('create', '--role', 'consultant', '--org', slug);
    await user('link');
    await user('grant', '--org', slug, '--revoke');
    for (const kind of ['source', 'scim'] as const) {
      await createSourceKey(installation, { org: slug, source: 'live', kind, expiresOn: '2099-12-31' });
      const key = printed.at(-1)?.trim() ?? '';
      expect(await revokeSourceKey(installation, key, { org: slug })).toBe(0);
    }
    const notes = await story.owner.query<{ action: string; detail: object }[]>(
      `select action, detail from audit
        where organization_id = $1 or detail->>'account' = (select id::text from account where email = $2) order by id`,
      [story.organizationId, `${slug}@acme.example`],
    );
    expect(notes.map(({ action }) => action)).toEqual([
      // The first is of the administrator, to whom every organisation is open.
      ...['access_changed', 'access_changed', 'account_created'],
      ...['account_link_made', 'access_changed', 'account_changed'],
      ...['key_created', 'key_revoked', 'scim_token_created', 'scim_token_revoked'],
    ]);
    expect(notes.filter(({ action }) => action.endsWith('_created') && action !== 'account_created')).toMatchObject([
      ...[{ detail: { expiresOn: '2099-12-31' } }, { detail: { expiresOn: '2099-12-31' } }],
    ]);
    await expect(
      createSourceKey(installation, { org: slug, source: 'live', expiresOn: '2020-01-01' }),
    ).rejects.toMatchObject({ code: 'bad_last_day' });
    const told = JSON.stringify(notes);
    const secrets = printed.join('').match(/[\w-]{43}|(\w{5}-){3}\w{5}/g) ?? [];
    expect(secrets.length).toBeGreaterThanOrEqual(4);
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
  });

  it('tells a proposed tree in counts, and takes it over', async () => {
    await expect(adoptTree(installation, { org: slug })).rejects.toMatchObject({ code: 'nothing_proposed' });
    const user = (name: string, at: number) => `${at},${name},Acme,${at === 0 ? 'Board' : 'Lyon'}\n`;
    const zip = await zipped({ 'Users.csv': `id,email,location,department\n${names.map(user).join('')}` });
    await story.file('yammer', zip);
    await showTree(installation, { org: slug });
    expect(printed.join('')).toBe('11 people  Acme > Lyon\n1 people in 1 smaller places\n');
    expect(await adoptTree(installation, { org: slug })).toBe(0);
    await story.file('mandates', `person_id,role,entity,from\n${names[0]},ambassador,Acme,2026-01-01\n`);
    expect(await notes()).toEqual([
      { action: 'file_handed_in', detail: { import: 1, kind: 'yammer', dryRun: false } },
      { action: 'file_handed_in', detail: { import: 2, kind: 'people', dryRun: false, adopts: true } },
      { action: 'file_handed_in', detail: { import: 3, kind: 'mandates', dryRun: false } },
    ]);
    expect(await story.rows(`select name from entity where organization_id = $1 order by 1`)).toEqual([
      { name: 'Acme' },
      { name: 'Board' },
      { name: 'Lyon' },
    ]);
  });
});
