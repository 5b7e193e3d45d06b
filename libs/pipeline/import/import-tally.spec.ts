import { type DataSource } from 'typeorm';
import { ImportTally } from './import-tally.js';

const noDatabase = null as unknown as DataSource;
const begun = () => new ImportTally(noDatabase, 'org', 1);

it('counts bytes as they are given out, also where the store holds the file in one piece', async () => {
  const tally = begun();
  const whole = Buffer.alloc(300_000, 'x');
  const pieces: Buffer[] = [];
  const counted: number[] = [];
  const stored = {
    size: whole.length,
    stream: async function* () {
      yield whole;
    },
    read: async () => whole,
  };
  for await (const piece of tally.counting(stored).stream()) {
    pieces.push(piece);
    counted.push(tally.readBytes);
  }
  expect(Buffer.concat(pieces).equals(whole)).toBe(true);
  expect(counted[0]).toBeLessThan(100_000);
  expect(counted.at(-1)).toBe(300_000);
});

it('counts refusals by their code, the most frequent first', () => {
  const tally = begun();
  for (const [place, code] of ['bad_timestamp', 'unknown_kind', 'unknown_kind'].entries())
    tally.reject({ line: place + 2, id: null, code, field: null, message: '' });
  expect(tally.refusals).toEqual([
    { code: 'unknown_kind', times: 2 },
    { code: 'bad_timestamp', times: 1 },
  ]);
});
