import { createOrganization } from '../directory/organization.js';
import { openDatabase, rowsOf } from '../database.js';
import { dumpOf } from '../testing/dump.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { namesOf } from '../vault/keyring.js';
import { VaultClosed } from '../vault/names.js';
import { withinOrganization } from '../wall/within-organization.js';
import { directoryState } from './held-changes.js';
import { listScimResources } from './list-resources.js';
import { type ScimCondition } from './scim-filter.js';
import { findScimResource, insertScimResource, updateScimResource, UserNameTaken } from './scim-resources.js';
import { sealResources } from './seal-resources.js';

const many = 1100;
let database: TestDatabase;
let id: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.owner.query(`delete from scim_resource`);
  await database.owner.query(`delete from organization`);
  id = await organization('acme');
});

const organization = (slug: string) =>
  createOrganization(database.owner, { slug, name: slug, class: 'synthetic', timezone: 'UTC' });
const within = <T>(work: () => Promise<T>) => withinOrganization(id, work);
const said = (userName: string, more: object = {}) => ({
  ...{ userName, externalId: null, active: true },
  attributes: { userName, active: true, ...more } as Record<string, unknown>,
});

/** As the migration leaves what was pushed before: plain, behind a byte of 0. */
async function before(): Promise<void> {
  await database.owner.query(
    `insert into scim_resource (organization_id, kind, sealed, sealed_key, created_at)
     select $1, 'User', '\\x00'::bytea || convert_to(jsonb_build_object('userName', 'Person' || n || '@acme.fr',
              'externalId', 'ext-' || n, 'emails', jsonb_build_array(jsonb_build_object('value', 'P' || n || '@x.fr')))::text, 'UTF8'),
            '\\x00'::bytea || convert_to('ext-' || n, 'UTF8'), timestamptz '2026-01-01' + n / 3 * interval '1 us'
       from generate_series(1, $2::integer) as n`,
    [id, many],
  );
}
const condition = (attribute: ScimCondition['attribute'], operator: ScimCondition['operator'], value: string) => ({
  ...{ attribute, operator, value, negated: false },
});
const names = (page: { resources: { attributes: Record<string, unknown> }[] }) =>
  page.resources.map(({ attributes }) => attributes['userName']);

it('seals what was pushed before, goes on where it was cut off, and does nothing twice', async () => {
  await before();
  const { owner, secret } = database;
  const texts = async () => (await dumpOf(owner)).get('public.scim_resource')!.toLowerCase();
  const clear = (word: string) => [word, Buffer.from(word).toString('hex')].map((text) => text.toLowerCase());
  // A dump shows bytes as figures.
  expect(await texts()).toContain(Buffer.from('Person77@').toString('hex'));
  let left = 700;
  const query = owner.createQueryRunner.bind(owner);
  const cut = jest.spyOn(owner, 'createQueryRunner').mockImplementation((...given) => {
    if (left-- === 0) throw new Error('cut off');
    return query(...given);
  });
  await expect(sealResources(owner, secret)).rejects.toThrow('cut off');
  cut.mockRestore();
  const open = () =>
    rowsOf<{ n: number }>(owner, `select count(*)::int as n from scim_resource where substr(sealed, 1, 1) = '\\x00'`);
  const [{ n } = { n: 0 }] = await open();
  expect(n > 0 && n < many).toBe(true);
  await sealResources(owner, secret);
  expect(await open()).toEqual([{ n: 0 }]);
  const once = await texts();
  for (const word of ['Person77', 'ext-77', 'P77@x.fr'].flatMap(clear))
    expect([word, once.includes(word)]).toEqual([word, false]);
  await sealResources(owner, secret);
  expect(await texts()).toEqual(once);
});

it('keeps two apart whose names were told apart before', async () => {
  await database.owner.query(
    `insert into scim_resource (organization_id, kind, sealed)
     select $1, 'User', '\\x00'::bytea || convert_to(jsonb_build_object('userName', name)::text, 'UTF8')
       from unnest(array['\u212Aim', 'kim']) as name`,
    [id],
  );
  await sealResources(database.owner, database.secret);
  const page = await within(() =>
    listScimResources(database.owner, id, 'User', { branches: [], offset: 0, limit: 10 }),
  );
  expect(names(page).sort()).toEqual(['kim', '\u212Aim']);
});

it('pages through more than are open at a time, in the order in which they came, without and with a filter', async () => {
  await before();
  await sealResources(database.owner, database.secret);
  const app = await database.as('app');
  const list = (branches: ScimCondition[][], offset: number, limit = 200) =>
    within(() => listScimResources(app, id, 'User', { branches, offset, limit }));
  const whole: unknown[] = [];
  for (let offset = 0; offset < many; offset += 200) whole.push(...names(await list([], offset)));
  expect(new Set(whole).size).toBe(many);
  const all = [[condition('username', 'co', 'ACME')]];
  for (const offset of [0, 450, 990, 1100])
    expect(await list(all, offset, 50)).toMatchObject({
      total: many,
      resources: { length: Math.min(50, many - offset) },
    });
  expect(names(await list(all, 480, 50))).toEqual(whole.slice(480, 530));
  const some = await list([[condition('emails.value', 'sw', 'p10')], [condition('externalid', 'eq', 'ext-7')]], 0);
  // 10, 100 to 109, 1000 to 1099, and 7.
  expect(some.total).toBe(1 + 10 + 100 + 1);
  expect((await list([[condition('employeenumber', 'eq', 'x')]], 0)).total).toBe(0);
});

it('is one user of a name in any case, and the same version where the same is said', async () => {
  await within(async () => {
    const { owner } = database;
    const ada = await insertScimResource(
      owner,
      id,
      'User',
      said('Ada@acme.fr', { emails: [{ value: 'a@x', type: 'w' }] }),
    );
    await insertScimResource(owner, id, 'User', said('ben'));
    await expect(insertScimResource(owner, id, 'User', said('ADA@acme.fr'))).rejects.toThrow(UserNameTaken);
    await expect(updateScimResource(owner, id, ada, said('BEN'))).rejects.toThrow(UserNameTaken);
    const again = said('Ada@acme.fr', {});
    again.attributes = { emails: [{ type: 'w', value: 'a@x' }], active: true, userName: 'Ada@acme.fr' };
    expect(await updateScimResource(owner, id, ada, again)).toEqual(ada);
    expect(await updateScimResource(owner, id, ada, said('ada@acme.fr'))).toMatchObject({ version: 2 });
  });
});

it('opens under the key of its own organisation alone', async () => {
  const { owner, url } = database;
  const ada = await within(() => insertScimResource(owner, id, 'User', said('ada')));
  await owner.query(`update scim_resource set held = 'move'`);
  const late = await openDatabase(url, { poolSize: 2, secret: 'another secret, long enough to be accepted' });
  const asked = { branches: [[condition('username', 'co', 'a')]], offset: 0, limit: 1 };
  try {
    await within(async () => {
      await expect(listScimResources(late, id, 'User', asked)).rejects.toThrow(VaultClosed);
      await expect(findScimResource(late, id, 'User', ada.id)).rejects.toThrow(VaultClosed);
      await expect(directoryState(late, id)).rejects.toThrow(VaultClosed);
    });
  } finally {
    await late.destroy();
  }
  const other = await organization('other');
  await owner.query(`update scim_resource set sealed = $1`, [(await namesOf(owner, other)).seal('{}')]);
  await within(() => expect(listScimResources(owner, id, 'User', asked)).rejects.toThrow(VaultClosed));
});
