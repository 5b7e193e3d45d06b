import { randomBytes, randomUUID } from 'node:crypto';
import { BadSettings, readGivenSettings, readSettings, settingsTable } from './settings.js';

const enough = {
  DATABASE_URL: 'postgres://app:pw@127.0.0.1:5432/essor',
  APP_SECRET: 'a secret that is long enough to be accepted',
};

const problemOf = (environment: Record<string, string | undefined>): string => {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof BadSettings) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('settings', () => {
  it('believe a random secret in any alphabet, and move over from a poor one', () => {
    for (let turn = 0; turn < 200; turn++)
      for (const APP_SECRET of [randomBytes(16).toString('hex'), randomBytes(32).toString('base64url'), randomUUID()])
        expect(problemOf({ ...enough, APP_SECRET })).toBe('accepted');
    expect(problemOf({ ...enough, APP_SECRET_BEFORE: 'a'.repeat(32) })).toBe('accepted');
  });

  it('need a database and a secret, and nothing else', () => {
    expect(readSettings(enough)).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', ROLE: 'all', TRUST_PROXY: false });
  });

  it.each([
    { change: { DATABASE_URL: undefined }, named: 'DATABASE_URL is not set' },
    { change: { DATABASE_URL: 'mysql://here/essor' }, named: 'DATABASE_URL: must look like postgres' },
    { change: { DATABASE_URL: 'postgres://here' }, named: 'DATABASE_URL: must look like postgres' },
    { change: { APP_SECRET: undefined }, named: 'APP_SECRET is not set' },
    { change: { APP_SECRET: 'changeme' }, named: 'APP_SECRET: must have at least 32' },
    { change: { APP_SECRET: 'a'.repeat(40) }, named: 'APP_SECRET: repeats itself' },
    { change: { APP_SECRET: 'changeme-'.repeat(4) }, named: 'APP_SECRET: repeats itself' },
    {
      change: { APP_SECRET: '01001101000011110101000101001110101' },
      named: 'APP_SECRET: repeats itself, or has fewer',
    },
    { change: { PORT: 'http' }, named: 'PORT' },
    { change: { PORT: '70000' }, named: 'PORT' },
    { change: { ROLE: 'web' }, named: 'ROLE' },
    { change: { REDIS_URL: 'localhost:6379' }, named: 'REDIS_URL' },
    { change: { COOKIE_SECURE: 'yes' }, named: 'COOKIE_SECURE' },
    { change: { PUBLIC_URL: 'essor.example' }, named: 'PUBLIC_URL' },
    { change: { ESSOR_DB_URL_READ: 'nowhere' }, named: 'ESSOR_DB_URL_READ' },
  ])('$named stops the boot', ({ change, named }) => {
    expect(problemOf({ ...enough, ...change })).toContain(named);
  });

  const provider = { key: 'entra', name: 'Entra', issuer: 'https://login.example/t', clientId: 'essor' };
  const withProviders = (...list: object[]) => ({ ...enough, OIDC_PROVIDERS: JSON.stringify(list) });

  it('take identity providers, and fill in what most of them share', () => {
    expect(readSettings(enough).OIDC_PROVIDERS).toEqual([]);
    const filled = { scope: 'openid email profile', groupsClaim: 'groups', adminGroups: [], algorithm: 'RS256' };
    expect(readSettings(withProviders(provider)).OIDC_PROVIDERS).toEqual([{ ...provider, ...filled }]);
    const local = { ...provider, issuer: 'http://127.0.0.1:9000' };
    expect(readSettings(withProviders(local)).OIDC_PROVIDERS).toHaveLength(1);
  });

  it('take the roles that need a second factor', () => {
    const of = (words?: string) => readSettings({ ...enough, SECOND_FACTOR_FOR: words }).SECOND_FACTOR_FOR;
    expect([of(), of('none'), of('all'), of('admin, sponsor')]).toEqual([[], [], 'all', ['admin', 'sponsor']]);
  });

  it.each([
    { change: { SMTP_URL: 'http://hunter2@mail.example' }, named: 'SMTP_URL: must look like smtps:' },
    { change: { MAIL_FROM: 'hunter2' }, named: 'MAIL_FROM: must look like' },
    { change: { SECOND_FACTOR_FOR: 'admin,hunter2' }, named: 'SECOND_FACTOR_FOR: must be all, none' },
    { change: { OIDC_PROVIDERS: '{hunter2' }, named: 'OIDC_PROVIDERS: is not valid JSON' },
    {
      change: withProviders({ ...provider, issuer: 'http://login.example' }),
      named: 'OIDC_PROVIDERS.0.issuer: must be',
    },
    { change: withProviders({ ...provider, algorithm: 'none' }), named: 'OIDC_PROVIDERS.0.algorithm: ' },
    { change: withProviders({ ...provider, scope: 'email' }), named: 'OIDC_PROVIDERS.0.scope: must ask' },
    { change: withProviders({ ...provider, key: '../x' }), named: 'OIDC_PROVIDERS.0.key: must be' },
    { change: withProviders(provider, provider), named: 'OIDC_PROVIDERS: has the same key twice' },
    { change: withProviders({ ...provider, clientSecret: ['hunter2'] }), named: 'OIDC_PROVIDERS.0.clientSecret: ' },
  ])('$named stops the boot, without repeating it', ({ change, named }) => {
    const problem = problemOf({ ...enough, ...change });
    expect(problem).toContain(named);
    expect(problem).not.toContain('hunter2');
  });

  it('an empty value counts as not set', () => {
    expect(readSettings({ ...enough, REDIS_URL: '', PORT: '' })).toMatchObject({ PORT: 3000 });
    expect(readSettings({ ...enough, REDIS_URL: '' }).REDIS_URL).toBeUndefined();
  });

  it('never repeats a secret in the complaint', () => {
    expect(problemOf({ ...enough, APP_SECRET: 'hunter2' })).not.toContain('hunter2');
  });

  it('a command may do without a database', () => {
    expect(readGivenSettings({}).DATABASE_URL).toBeUndefined();
  });

  it('has a sentence for each', () => {
    for (const row of settingsTable()) expect(row.sentence).toMatch(/\.$/);
  });
});
