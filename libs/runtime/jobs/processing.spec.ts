import { UnrecoverableError } from 'bullmq';
import { z } from 'zod';
import { defineJob, payloadOf } from './define-job.js';
import { jobs } from './jobs.js';
import { Processes, ProcessorsDisagree, requireOneProcessorEach } from './processing.js';

const bake = defineJob({
  name: 'bake',
  payload: z.strictObject({ loaves: z.int() }),
  identity: ({ loaves }) => String(loaves),
});
const sell = defineJob({ name: 'sell', payload: z.strictObject({}), identity: () => 'all' });

@Processes(bake)
class Baker {}
@Processes(bake)
class OtherBaker {}
@Processes(sell)
class Seller {}
class Idler {}

describe('processors', () => {
  const complaint = (...processors: (new () => object)[]) => {
    try {
      requireOneProcessorEach(processors, [bake, sell]);
    } catch (error) {
      if (error instanceof ProcessorsDisagree) return error.message;
      throw error;
    }
    return null;
  };

  it('are exactly one for each job', () => {
    expect(complaint(Baker, Seller)).toBeNull();
    expect(complaint(Baker)).toBe('sell has no processor');
    expect(complaint(Baker, OtherBaker, Seller)).toBe('bake has 2 processors');
    expect(complaint(Baker, Seller, Idler)).toBe('Idler processes no job');
  });

  it('have jobs with names of their own', () => {
    const names = jobs.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('a payload', () => {
  it('is parsed', () => {
    expect(payloadOf(bake, { data: { loaves: 3 } })).toEqual({ loaves: 3 });
  });

  it.each([{ loaves: 'many' }, {}, null, { loaves: 1, butter: 2 }])(
    '%j is refused for good, without being repeated',
    (data) => {
      expect(() => payloadOf(bake, { data })).toThrow(UnrecoverableError);
      expect(() => payloadOf(bake, { data })).not.toThrow('many');
    },
  );
});
