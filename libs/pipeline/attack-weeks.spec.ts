import { drawsFrom } from '#domain/statistics/random.js';
import { attack } from './testing/attack/attack.js';
import { historyOf } from './testing/attack/history.js';
import { isToldInParts, someSecrets, tellAll, tellEach } from './testing/attack/weeks.js';

// `npm run attack` looks at longer histories of larger organisations, others every time.
const wanted = process.env.ESSOR_ATTACK_RUNS;
const isLarge = Number(wanted ?? 20) > 20;
const runs = isLarge ? Math.ceil(Number(wanted) / 10) : 6;
const seed = Number(process.env.ESSOR_ATTACK_SEED ?? (wanted === undefined ? 1 : Date.now() % 1_000_000));
const { count, most, secrets } = isLarge
  ? { count: 7, most: 600, secrets: 400 }
  : { count: 4, most: 200, secrets: 100 };
jest.setTimeout(120_000 + runs * 600_000);

test('whoever lays one Sunday beside the next recovers nobody who comes or goes, no group below k, no cell at an end', async () => {
  let looked = 0;
  for (let run = seed, left = runs; left > 0; run++) {
    const draw = drawsFrom(run);
    // Every other one with managers, newcomers and other populations that some enter and some leave.
    const history = historyOf(draw, { count, split: left % 2 === 1 });
    if (history.people.length > most) continue;
    left--;
    // Where only the whole tells of long windows that week, not every twin is found (docs/decisions/058).
    const isAware = !isToldInParts(history);
    const haul = await attack(history, tellAll, someSecrets(secrets), draw, { isAware });
    looked += haul.secrets;
    const again = `ESSOR_ATTACK_SEED=${run}`;
    expect({ again, linear: haul.linear, aware: haul.aware }).toEqual({ again, linear: [], aware: [] });
  }
  expect(looked).toBeGreaterThan(20 * runs);
});

test('nor over 26 Sundays one after the other', async () => {
  let looked = 0;
  for (let run = seed, left = isLarge ? Math.ceil(runs / 10) : 1; left > 0; run++) {
    const draw = drawsFrom(run);
    const history = historyOf(draw, { count: 26, weekly: true, split: left % 2 === 0 });
    if (history.people.length > 80) continue;
    left--;
    const haul = await attack(history, tellAll, someSecrets(isLarge ? 200 : 20), draw);
    looked += haul.secrets;
    const again = `ESSOR_ATTACK_SEED=${run}`;
    expect({ again, linear: haul.linear, aware: haul.aware }).toEqual({ again, linear: [], aware: [] });
  }
  expect(looked).toBeGreaterThan(10);
});

test('the same attacker succeeds where every Sunday is told as if there were no other', async () => {
  let found = 0;
  for (let one = 1; one <= 60 && found === 0; one++) {
    const draw = drawsFrom(one);
    const history = historyOf(draw, { count: 3, calm: true });
    if (history.people.length > 100) continue;
    const haul = await attack(history, tellEach, someSecrets(100), draw, { tries: 15, enough: 6, longest: 0 });
    found += Math.min(haul.linear.length, haul.aware.length);
  }
  expect(found).toBeGreaterThan(0);
});
