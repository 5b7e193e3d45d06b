import { Dice } from '../demo/dice.js';
import { largeSize } from './kills/company.js';
import { backends } from './kills/doomed-essor.js';
import { clockAhead, environment } from './kills/environment.js';
import { runEpisode } from './kills/episode.js';
import { faults } from './kills/faults.js';
import { drawnFaults } from './kills/storm.js';
import { tell } from './kills/tell.js';

jest.setTimeout(1_800_000);

/** `npm run chaos` draws so many; SEED makes the first of them again. */
const episodes = Number(process.env.ESSOR_CHAOS_EPISODES ?? 3);
const first = Number(process.env.SEED ?? 20_261_123);
const size = largeSize(Number(process.env.ESSOR_CHAOS_EVENTS ?? 24_000));
const available = backends.filter((backend) => backend.available);

describe.each(Array.from({ length: episodes }, (_, index) => first + index))('SEED=%i', (seed) => {
  const { backend } = available[seed % available.length] ?? { backend: 'PostgreSQL' };

  it(`with its jobs on ${backend}, loses nothing, doubles nothing and counts right`, async () => {
    const all = { ...faults, ...environment };
    const drawn = new Dice(seed, backend).shuffled(Object.keys(all));
    const order = process.env.ESSOR_CHAOS_FAULTS?.split(',') ?? drawn;
    const report = await runEpisode({
      seed,
      backend,
      size,
      disk: 1500,
      env: (name) => (name === 'api-1' ? clockAhead(2) : {}),
      storm: drawnFaults(order, all),
      logTo: process.env.ESSOR_CHAOS_LOG,
    });
    tell({ seed, backend, order }, report);
    expect(report.findings).toEqual([]);
  });
});
