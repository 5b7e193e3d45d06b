import { readiness } from './health.js';

const holds = { name: 'database', check: () => Promise.resolve(null) };

describe('readiness', () => {
  it('is ready when every check holds', async () => {
    expect(await readiness([holds])).toEqual({
      status: 'ready',
      checks: [{ name: 'database', ready: true, reason: null }],
    });
  });

  it('says what is missing', async () => {
    const seeding = { name: 'demo', check: () => Promise.resolve('3 of 8 weeks published') };
    const answer = await readiness([holds, seeding]);
    expect(answer.status).toBe('not_ready');
    expect(answer.checks[1]).toEqual({ name: 'demo', ready: false, reason: '3 of 8 weeks published' });
  });

  it('tells the code of a failure and nothing of its message', async () => {
    const failure = Object.assign(new Error('connect to postgres://app:canary@db refused'), { code: 'ECONNREFUSED' });
    const [check] = (await readiness([{ name: 'database', check: () => Promise.reject(failure) }])).checks;
    expect(check).toEqual({ name: 'database', ready: false, reason: 'unreachable (ECONNREFUSED)' });
  });
});
