import { setTimeout as pause } from 'node:timers/promises';
import { type Dice } from '../../demo/dice.js';
import { type DoomedEssor } from './doomed-essor.js';
import { type FaultLine, type LineState } from './fault-line.js';

interface Surroundings {
  essor: DoomedEssor;
  /** Between client and api, and between the processes and the database. */
  front: FaultLine;
  back: FaultLine;
  dice: Dice;
}

type Fault = (surroundings: Surroundings) => Promise<void>;

const copyOf = (name: 'api' | 'worker', dice: Dice) => `${name}-${dice.between(0, 1)}`;

const kill =
  (name: 'api' | 'worker', signal: NodeJS.Signals): Fault =>
  ({ essor, dice }) =>
    Promise.resolve(void essor.signal(copyOf(name, dice), signal));

const disturb =
  (which: 'front' | 'back', state: LineState, milliseconds: number): Fault =>
  async (surroundings) => {
    surroundings[which].state = state;
    await pause(milliseconds);
    surroundings[which].state = 'pass';
  };

/** What may happen to an Essor at any time. Each is over when it resolves, but for processes on their way back. */
export const faults: Record<string, Fault> = {
  'an api is killed': kill('api', 'SIGKILL'),
  'a worker is killed': kill('worker', 'SIGKILL'),
  'an api is asked to leave': kill('api', 'SIGTERM'),
  'a worker is asked to leave': kill('worker', 'SIGTERM'),
  'the database is killed': ({ essor }) => essor.killDatabase(),
  // Longer than the lock of a job lasts: another worker takes it up, and both run it at the same time.
  'a worker stands still': async ({ essor, dice }) => {
    const name = copyOf('worker', dice);
    if (!essor.signal(name, 'SIGSTOP')) return;
    await pause(13_000);
    essor.signal(name, 'SIGCONT');
  },
  'every session of the database is ended': async ({ essor }) => {
    await essor.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`,
    );
  },
  'the queue forgets everything': ({ essor }) => essor.loseQueue(),
  'the line to the database breaks': ({ back }) => Promise.resolve(back.cutAll()),
  'the line to the database is half open': disturb('back', 'still', 3000),
  'the line to the database is slow': disturb('back', 'slow', 2000),
  'requests are cut in the middle': disturb('front', 'cut', 1000),
  'answers are lost': disturb('front', 'mute', 1000),
  'the line of the client is slow': disturb('front', 'slow', 2000),
};
