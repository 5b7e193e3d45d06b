import { generatePassword, hashPassword, passwordCost, passwordMatches } from './password.js';

const cheap = { log2N: 10, r: 8, p: 1 };

describe('passwords', () => {
  it('are kept as a salted hash with its cost', async () => {
    const [one, other] = [await hashPassword('correct horse', cheap), await hashPassword('correct horse', cheap)];
    expect(one).toMatch(/^scrypt\$10\$8\$1\$/);
    expect(one).not.toBe(other);
    expect(one).not.toContain('horse');
  });

  it('match themselves and nothing else, whatever the form of their accents', async () => {
    const stored = await hashPassword('\u00e9t\u00e9', cheap);
    expect(await passwordMatches('e\u0301te\u0301', stored)).toBe(true);
    expect(await passwordMatches('ete', stored)).toBe(false);
    expect(await passwordMatches('', stored)).toBe(false);
  });

  it.each(['', 'plain', 'scrypt$10$8$1$$', 'bcrypt$10$8$1$c2FsdA$aGFzaA'])(
    'nothing matches the stored %j',
    async (stored) => {
      expect(await passwordMatches('plain', stored)).toBe(false);
      expect(await passwordMatches('', stored)).toBe(false);
    },
  );

  it('cost a guesser memory and time', async () => {
    const start = performance.now();
    await hashPassword('correct horse');
    expect(performance.now() - start).toBeGreaterThan(50);
    expect(128 * 2 ** passwordCost.log2N * passwordCost.r).toBeGreaterThanOrEqual(64 * 1024 * 1024);
  });

  it('that are generated differ and can be dictated', () => {
    const many = Array.from({ length: 100 }, generatePassword);
    expect(new Set(many).size).toBe(100);
    for (const password of many) expect(password).toMatch(/^([a-km-np-z2-9]{5}-){3}[a-km-np-z2-9]{5}$/);
  });
});
