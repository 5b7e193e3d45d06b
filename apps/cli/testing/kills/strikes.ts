import { setTimeout as pause } from 'node:timers/promises';
import { type Client } from './client.js';
import { type DoomedEssor } from './doomed-essor.js';
import { until } from './until.js';

/**
 * Holds a process still until what it does is worth a strike, and strikes: nothing can end in between. The client sends on
 * meanwhile, a little, so that there is something to do. Given up after a while, where nothing comes to that process.
 */
async function whileHeld(
  { essor, client }: { essor: DoomedEssor; client: Client },
  name: string,
  isBusy: () => Promise<boolean>,
  strike: (pid: number) => Promise<void>,
): Promise<void> {
  const trickle = setInterval(() => client.allowMore(1), 300);
  try {
    await until(
      `${name} at work`,
      async () => {
        if (client.isDone) return true;
        const pid = essor.pidOf(name);
        if (pid === 0) return false;
        process.kill(pid, 'SIGSTOP');
        try {
          if (!(await isBusy())) return false;
          await strike(pid);
          return true;
        } finally {
          if (essor.pidOf(name) === pid) process.kill(pid, 'SIGCONT');
          await pause(30);
        }
      },
      30,
    );
  } finally {
    clearInterval(trickle);
  }
}

export type Around = { essor: DoomedEssor; client: Client };

/** With requests on their way to it: what others were asked is answered by then. */
export const killWhileAsked = (around: Around, name: string): Promise<void> =>
  whileHeld(
    around,
    name,
    async () => {
      around.client.allowMore(4);
      await pause(200);
      return around.client.inFlight > 0;
    },
    (pid) => Promise.resolve(void process.kill(pid, 'SIGKILL')),
  );

/** In the middle of a job. */
export const killWithinJob = (around: Around, name: string): Promise<void> =>
  whileHeld(
    around,
    name,
    () => around.essor.isAtWork(name),
    (pid) => Promise.resolve(void process.kill(pid, 'SIGKILL')),
  );

/** The server of the database, in the middle of a job and with requests on their way. */
export const killDatabaseWithinJob = (around: Around, name: string): Promise<void> =>
  whileHeld(
    around,
    name,
    async () => {
      if (!(await around.essor.isAtWork(name))) return false;
      around.client.allowMore(6);
      await until('a request', () => around.client.inFlight > 0 || around.client.isDone, 5);
      return true;
    },
    () => around.essor.killDatabase(),
  );

/**
 * A worker stands still in the middle of a job, and is held to be dead: another does the same work from its beginning, and
 * the first goes on with what it began with.
 */
export const twoAtOneJob = (around: Around, name: string): Promise<void> =>
  whileHeld(
    around,
    name,
    () => around.essor.isAtWork(name),
    async () => {
      await around.essor.loseQueue();
      for (let sent = 0; sent < 8; sent++) {
        around.client.allowMore(1);
        await pause(500);
      }
    },
  );
