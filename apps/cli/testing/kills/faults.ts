import { setTimeout as pause } from 'node:timers/promises';
import { type Dice } from '../../demo/dice.js';
import { type Client } from './client.js';
import { type DoomedEssor } from './doomed-essor.js';
import { type FaultLine, type LineState } from './fault-line.js';
import { killDatabaseWithinJob, killWhileAsked, killWithinJob, twoAtOneJob } from './strikes.js';

export interface Surroundings {
  essor: DoomedEssor;
  client: Client;
  /** Between the clients and the apis. */
  front: FaultLine;
  dice: Dice;
}

export type Fault = (surroundings: Surroundings) => Promise<void>;

/** One of those that there are. */
const copyOf = (name: 'api' | 'worker', { essor, dice }: Surroundings) =>
  dice.pick([...essor.backs.keys()].filter((copy) => copy.startsWith(name)));
const one =
  (name: 'api' | 'worker', strike: (around: Surroundings, name: string) => Promise<unknown>): Fault =>
  async (around) =>
    void (await strike(around, copyOf(name, around)));

const disturb =
  (which: 'front' | 'back', state: LineState, milliseconds: number): Fault =>
  async ({ essor, front }) => {
    const lines = which === 'front' ? [front] : [...essor.backs.values()];
    for (const line of lines) line.state = state;
    await pause(milliseconds);
    for (const line of lines) line.state = 'pass';
  };

const cutAtCommit = (name: 'api' | 'worker', when: 'before' | 'after'): Fault =>
  one(name, async ({ essor, client }, copy) => {
    client.allowMore(4);
    await essor.backs.get(copy)?.cutAtCommit(when, 5000);
  });

/** Over within seconds, however often; these an episode of `npm test` draws from. */
export const quickFaults: Record<string, Fault> = {
  'an api is killed with requests on their way': one('api', killWhileAsked),
  'a worker is killed within a job': one('worker', killWithinJob),
  'the database is killed within a job': one('worker', killDatabaseWithinJob),
  'a worker stands still, and another does its job': one('worker', twoAtOneJob),
  'an api is asked to leave': one('api', ({ essor }, name) => Promise.resolve(essor.signal(name, 'SIGTERM'))),
  'a worker is asked to leave': one('worker', ({ essor }, name) => Promise.resolve(essor.signal(name, 'SIGTERM'))),
  'every session of the database is ended': async ({ essor }) => {
    await essor.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`,
    );
  },
  'the queue forgets everything': ({ essor }) => essor.loseQueue(),
  'the lines to the database break': ({ essor }) =>
    Promise.resolve([...essor.backs.values()].forEach((line) => line.cutAll())),
  'a commit of an api does not arrive': cutAtCommit('api', 'before'),
  'a commit of an api is not confirmed': cutAtCommit('api', 'after'),
  'a commit of a worker does not arrive': cutAtCommit('worker', 'before'),
  'a commit of a worker is not confirmed': cutAtCommit('worker', 'after'),
  'requests are cut in the middle': disturb('front', 'cut', 700),
  'answers are lost': disturb('front', 'mute', 700),
};

export const faults: Record<string, Fault> = {
  ...quickFaults,
  'an api is killed': one('api', ({ essor }, name) => Promise.resolve(essor.signal(name, 'SIGKILL'))),
  'a worker is killed': one('worker', ({ essor }, name) => Promise.resolve(essor.signal(name, 'SIGKILL'))),
  'the database is killed': ({ essor }) => essor.killDatabase(),
  // Longer than the lock of a job lasts: another worker takes it up, and both run it at the same time.
  'a worker stands still': one('worker', async ({ essor }, name) => {
    if (!essor.signal(name, 'SIGSTOP')) return;
    await pause(13_000);
    essor.signal(name, 'SIGCONT');
  }),
  'the lines to the database are half open': disturb('back', 'still', 3000),
  'the lines to the database are slow': disturb('back', 'slow', 2000),
  'the line of the clients is slow': disturb('front', 'slow', 2000),
};
