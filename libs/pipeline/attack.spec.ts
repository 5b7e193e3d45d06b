import { drawsFrom } from '#domain/statistics/random.js';
import { attack } from './testing/attack/attack.js';
import { essorDays, exactDays, narrowedByDays, workingOrganisationOf } from './testing/attack/days.js';
import { secretsOf } from './testing/attack/equations.js';
import { organisationOf } from './testing/attack/organisation.js';
import { essor, siblingsHidden, thresholdOnly, withoutUnitRule } from './testing/attack/publications.js';

// `npm run attack` draws a thousand others every time; the test takes the same ones, so that it says the same to everybody.
const wanted = process.env.ESSOR_ATTACK_RUNS;
const runs = Number(wanted ?? 20);
const seed = Number(process.env.ESSOR_ATTACK_SEED ?? (wanted === undefined ? 1 : Date.now() % 1_000_000));
jest.setTimeout(120_000 + runs * 20_000);

test('whoever adds and subtracts recovers no group below k, no cell at an end and nobody; nor who knows the rules', async () => {
  let secrets = 0;
  const found: string[] = [];
  for (let run = 0; run < runs; run++) {
    const draw = drawsFrom(seed + run);
    const haul = await attack(organisationOf(draw), essor, secretsOf, draw);
    secrets += haul.secrets;
    const recovered = [...haul.linear.map((one) => `linear: ${one}`), ...haul.aware.map((one) => `aware: ${one}`)];
    if (recovered.length > 0) found.push(`ESSOR_ATTACK_RUNS=1 ESSOR_ATTACK_SEED=${seed + run}`, ...recovered);
  }
  expect(found).toEqual([]);
  // Now and then an organisation has no small group; not all of them.
  expect(secrets).toBeGreaterThan(10 * runs);
});

test.each([
  ['a threshold only', thresholdOnly],
  ['a threshold with the next smallest hidden', siblingsHidden],
  ['exact totals without the unit rule', withoutUnitRule],
])('the same attacker succeeds against %s', async (_, weak) => {
  let found = 0;
  for (let one = 1; one <= 40 && found === 0; one++) {
    const draw = drawsFrom(one);
    const haul = await attack(organisationOf(draw), weak, secretsOf, draw, { tries: 5, enough: 6, longest: 0 });
    found += Math.min(haul.linear.length, haul.aware.length);
  }
  expect(found).toBeGreaterThan(0);
});

test('days tell nothing of how many people did it but what is told of these', async () => {
  const found: string[] = [];
  for (let run = 0; run < runs; run += 2) {
    const narrowed = await narrowedByDays(workingOrganisationOf(drawsFrom(seed + run)), essorDays);
    if (narrowed.length > 0) found.push(`ESSOR_ATTACK_RUNS=1 ESSOR_ATTACK_SEED=${seed + run}`, ...narrowed);
  }
  expect(found).toEqual([]);
});

test.each(['exposed_days', 'exposed_active_days'] as const)(
  'the same attacker succeeds against exact %s',
  async (measure) => {
    let found = 0;
    for (let one = 1; one <= 40 && found === 0; one++)
      found += (await narrowedByDays(workingOrganisationOf(drawsFrom(one)), exactDays(measure))).length;
    expect(found).toBeGreaterThan(0);
  },
);
