import fc from 'fast-check';
import { openSecret, sealSecret } from './sealed-secret.js';

const secret = 'a'.repeat(32);
const owner = { organizationId: '0198b0b6-6d4e-4000-8000-000000000001', sourceId: 7 };

describe('a sealed secret', () => {
  it('opens again, is never the same twice, and shows nothing', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6, unit: 'grapheme' }), (plain) => {
        const sealed = sealSecret(secret, owner, plain);
        expect(openSecret(secret, owner, sealed)).toBe(plain);
        expect(sealSecret(secret, owner, plain).equals(sealed)).toBe(false);
        expect(sealed.includes(Buffer.from(plain))).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('opens under no other secret of the installation, for no other source or organisation', () => {
    const sealed = sealSecret(secret, owner, 'token');
    expect(openSecret('b'.repeat(32), owner, sealed)).toBeNull();
    expect(openSecret(secret, { ...owner, sourceId: 8 }, sealed)).toBeNull();
    expect(openSecret(secret, { ...owner, organizationId: '0198b0b6-6d4e-4000-8000-000000000002' }, sealed)).toBeNull();
  });

  it('does not open once any byte of it is another', () => {
    const sealed = sealSecret(secret, owner, 'token');
    for (let place = 0; place < sealed.length; place++) {
      const changed = Buffer.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(openSecret(secret, owner, changed)).toBeNull();
    }
    for (const length of [0, 1, 28]) expect(openSecret(secret, owner, sealed.subarray(0, length))).toBeNull();
  });
});
