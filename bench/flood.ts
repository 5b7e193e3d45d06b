import { type Caller, dearShot, ingestShot } from './callers.js';
import { openLoop } from './open-loop.js';

/** A process of its own, as whoever overloads a server is: what it costs to send must not slow whoever measures. */
export interface Flood {
  caller: Caller;
  people: number;
  /** Requests per second, of a thousand events each, and of the dearest reads. */
  ingest: number;
  reads: number;
  seconds: number;
  seed: number;
}

const { caller, people, ingest, reads, seconds, seed } = JSON.parse(process.argv[2] ?? '') as Flood;
const send = ingestShot(caller, 1000, people);
const read = dearShot(caller);
process.stdout.write('ready\n');
const samples = await Promise.all([
  openLoop({ rate: ingest, seconds, seed }, send),
  openLoop({ rate: reads, seconds, seed: seed + 1 }, read),
]);
process.stdout.write(
  `${JSON.stringify(samples.map((one) => one.map(({ ms, status }) => [Math.round(ms), status])))}\n`,
);
process.exit(0);
