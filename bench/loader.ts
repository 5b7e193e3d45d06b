import { closedLoop, openLoop, type Sample } from './open-loop.js';
import { type Caller, dearShot, ingestShot, readShot } from './callers.js';

/** One kind of request, on a schedule (`rate` a second) or from so many who wait for each answer (`callers`). */
export interface Track {
  /** Events, pages as visitors ask for them, or the dearest reads, which are never kept. */
  what: 'events' | 'pages' | 'dear';
  /** Events in a request. */
  size?: number;
  rate?: number;
  callers?: number;
  seconds: number;
  seed: number;
}

export interface Load {
  caller: Caller;
  people: number;
  tracks: Track[];
}

/** A process of its own, as whoever overloads a server is: what it costs to send must not slow whoever measures. */
const { caller, people, tracks } = JSON.parse(process.argv[2] ?? '') as Load;
const shots = tracks.map(({ what, size = 100 }) => {
  if (what === 'events') return ingestShot(caller, size, people);
  return what === 'pages' ? readShot(caller) : dearShot(caller);
});
const run = ({ rate, callers, seconds, seed }: Track, at: number): Promise<Sample[]> => {
  const shot = shots[at];
  if (!shot) throw new Error('Nothing to send.');
  return rate === undefined ? closedLoop(callers ?? 1, seconds, shot) : openLoop({ rate, seconds, seed }, shot);
};
process.stdout.write('ready\n');
const samples = await Promise.all(tracks.map(run));
process.stdout.write(`${JSON.stringify(samples)}\n`, () => process.exit(0));
