import { scopedPolicies } from './access/policy.js';
import { collectRoutes } from './access/routes.js';
import { SteeringModule } from './steering/steering.module.js';
import { publishedCompany, type PublishedCompany } from './testing/published-company.js';
import { PrintModule } from './report/print.module.js';
import { IndicatorsModule } from './indicators/indicators.module.js';

let company: PublishedCompany;
let open: string[];
beforeAll(async () => {
  const routes: ReturnType<typeof collectRoutes>[] = [];
  company = await publishedCompany([IndicatorsModule, SteeringModule, PrintModule], (server) =>
    routes.push(collectRoutes(server)),
  );
  open = routes
    .flat()
    .filter(({ method, policy }) => method === 'GET' && scopedPolicies.has(policy))
    .map(({ url }) => url.replace('/v1/organizations/:org', ''));
});
afterAll(() => company.close());

const questions: Record<string, string[]> = {
  '/indicators': ['organisation', 'entity', 'wave', 'level'].map(
    (by) => `keys=K08,K20,K03b,K11,K60&by=${by}&window=28`,
  ),
  '/indicators/export.csv': ['entity', 'organisation'].map((by) => `keys=K20,K11&by=${by}`),
};
const asked = () => open.flatMap((path) => (questions[path] ?? ['']).map((query) => `${path}?${query}`));

test('whoever may see one entity is told of nothing else, whatever is asked', async () => {
  expect(open.length).toBeGreaterThanOrEqual(6);
  for (const path of asked()) {
    const [all, own] = [await company.get(path), await company.get(path, 'paris')];
    expect(`${path} ${own.status}`).toBe(`${path} 200`);
    // Neither names nor keys of elsewhere, and of the whole not its size.
    expect(`${path} ${own.text}`).not.toMatch(/rome|lyon|italy|italie|friends|volontaires|\b600\b/i);
    // Views that one keeps are nobody else's, whatever the scope.
    if (!path.startsWith('/views')) expect(all.text).not.toBe(own.text);
  }
});

test('the whole of a scope is its entity', async () => {
  type Rows = { rows: { slice: string; node: string; numerator: unknown }[] };
  const [whole, paris] = await Promise.all([
    company.get('/indicators?keys=K20&window=28', 'paris'),
    company.get('/indicators?keys=K20&window=28&by=entity&nodes=paris'),
  ]);
  const [own, asPlace] = [whole.json() as Rows, paris.json() as Rows];
  expect(own.rows).toHaveLength(1);
  expect(own.rows[0]).toEqual(asPlace.rows[0]);
});

test.each(['rome', 'acme', 'nowhere', 'paris,rome'])('asking for "%s" by name is refused alike', async (nodes) => {
  const answer = await company.get(`/indicators?keys=K20&by=entity&nodes=${nodes}`, 'paris');
  expect([answer.status, (answer.json() as { code: string }).code]).toEqual([403, 'outside_scope']);
});

test('a scope that is no place sees no place', async () => {
  for (const scope of ['', 'atlantis']) {
    for (const path of asked()) {
      const answer = await company.get(path, scope);
      expect(`${path} ${answer.status}`).toBe(`${path} 200`);
      expect(answer.text).not.toMatch(/paris|rome|lyon|pilot|\b600\b/i);
    }
  }
});
