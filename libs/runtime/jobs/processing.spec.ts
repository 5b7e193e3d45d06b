import { UnrecoverableError } from 'bullmq';
import { z } from 'zod';
import { type DeadJob, restsUntil } from './dead-jobs.js';
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

describe('what fails', () => {
  it('is kept with its job by name and code; the sentence, which may quote people, is for the log', async () => {
    const thrown = Object.assign(new TypeError('canary is no date'), { code: '22007' });
    @Processes(bake)
    class Burner {
      process(job: { data: unknown }): Promise<void> {
        return job.data === null ? Promise.resolve(payloadOf(bake, job)).then(() => undefined) : Promise.reject(thrown);
      }
    }
    const burner = new Burner();
    const failed = await burner.process({ data: 1 }).catch((error: unknown) => error as Error);
    expect(failed).toMatchObject({ message: 'TypeError 22007', cause: thrown });
    expect(JSON.stringify([failed?.message, failed?.stack])).not.toContain('canary');
    @Processes(sell)
    class Careless {
      process(job: { data: unknown }): Promise<void> {
        return Promise.resolve().then(() => void payloadOf(sell, job));
      }
    }
    await expect(new Careless().process({ data: 1 })).rejects.toBeInstanceOf(UnrecoverableError);
  });

  it('is asked for again after ever longer, until it is done', () => {
    const at = Date.parse('2026-03-10T12:00:00Z');
    const death = { failedAt: new Date(at) } as DeadJob;
    const rests = [0, 1, 2, 3, 20].map((deaths) => restsUntil(Array.from({ length: deaths }, () => death)) - at);
    expect(rests).toEqual([-Infinity, 0, 30_000, 60_000, 30 * 60_000]);
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
