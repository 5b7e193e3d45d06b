import { Rollout } from '#contract/rollout.js';
import { Summary } from '#contract/summary.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { publishedCompany, type PublishedCompany, lastWeek } from '../testing/published-company.js';
import { IndicatorsModule } from './indicators.module.js';
import { KeptAnswers } from '#pages/kept-answers.js';

let company: PublishedCompany;
beforeAll(async () => {
  company = await publishedCompany([IndicatorsModule]);
});
afterAll(() => company.close());

const sql = (text: string) => company.database.owner.query(text);
const engaged = async () => Summary.parse((await company.get('/summary')).json()).numbers[2]?.now.numerator?.high;

test('an answer follows what is published, also when an older transaction ends later', async () => {
  expect(await engaged()).toBe(111);
  await sql(
    `update published_count set counts = jsonb_set(counts, '{engaged}', '[90, 90]')
      where week_end = '${lastWeek}' and population = 'everyone' and days = 28 and node = 'acme'`,
  );
  // Nothing is published without its instant, so this is not seen.
  expect(await engaged()).toBe(111);
  await sql(`update published_week set published_at = now() - interval '1 hour' where week_end = '${lastWeek}'`);
  expect(await engaged()).toBe(90);
});

test('an answer follows what is declared', async () => {
  const names = async () => Rollout.parse((await company.get('/rollout')).json()).waves.map(({ name }) => name);
  expect(await names()).toContain('Italie');
  await sql(`update wave set name = 'Milan' where key = 'italy'`);
  expect(await names()).toContain('Milan');
});

test('each week, choice and page has its own; a refusal is told again', async () => {
  const text = async (path: string) => (await company.get(path)).text;
  expect(await text('/comparison?indicator=K08')).not.toBe(await text('/comparison?indicator=K20'));
  expect(await text('/summary?week=2021-02-28')).not.toBe(await text('/summary'));
  expect((await company.get('/summary?week=2019-01-06')).status).toBe(404);
  expect((await company.get('/summary?week=2019-01-06')).status).toBe(404);
});

test('visitors who come together share one reading; organisations share nothing', async () => {
  const kept = company.app.get(KeptAnswers);
  const { id } = ((await sql(`select id from organization`)) as { id: string }[])[0] ?? { id: '' };
  let readings = 0;
  const read = () => Promise.resolve(++readings);
  const ask = (organization: string, scope?: string) =>
    withinOrganization(organization, () => kept.answer({ id: organization, scope }, 'test', {}, read));
  expect(await Promise.all([ask(id), ask(id), ask(id)])).toEqual([1, 1, 1]);
  expect(await ask('0198b0b6-6d4e-4000-8000-000000000001')).toBe(2);
  expect([await ask(id, 'lyon'), await ask(id, 'paris'), await ask(id, 'lyon')]).toEqual([3, 4, 3]);
  const broken = (read: () => Promise<string>) => withinOrganization(id, () => kept.answer({ id }, 'broken', {}, read));
  await expect(broken(() => Promise.reject(new Error('once')))).rejects.toThrow('once');
  expect(await broken(() => Promise.resolve('well'))).toBe('well');
});
