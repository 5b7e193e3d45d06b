import { Dice } from '../demo/dice.js';
import { smallSize } from './kills/company.js';
import { backends } from './kills/doomed-essor.js';
import { runEpisode } from './kills/episode.js';
import { quickFaults } from './kills/faults.js';
import { drawnFaults } from './kills/storm.js';
import { tell } from './kills/tell.js';

// Half a minute on a machine of its own; a busy one keeps processes waiting while they start.
jest.setTimeout(900_000);
const seed = Number(process.env.SEED ?? 20_261_123);

/** What cuts something short on every seed; further faults are drawn. */
const always = [
  'an api is killed with requests on their way',
  'a worker is killed within a job',
  'the database is killed within a job',
  'a worker stands still, and another does its job',
];

describe.each(backends)('with its jobs on $backend', ({ backend, available }) => {
  (available ? it : it.skip)('loses nothing, doubles nothing and counts right, whatever strikes', async () => {
    const dice = new Dice(seed, backend);
    const further = dice.shuffled(Object.keys(quickFaults).filter((name) => !always.includes(name))).slice(0, 2);
    const order = dice.shuffled([...always, ...further]);
    const report = await runEpisode({
      seed,
      backend,
      size: smallSize,
      storm: drawnFaults(order, quickFaults),
      logTo: process.env.ESSOR_CHAOS_LOG,
    });
    if (process.env.ESSOR_CHAOS_LOG) tell({ seed, backend, order }, report);
    expect(report.findings).toEqual([]);
  });
});
