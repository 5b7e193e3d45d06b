import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Names, VaultClosed } from './names.js';

const one = new Names('0198b0b6-6d4e-4000-8000-000000000001', randomBytes(32));
const other = new Names('0198b0b6-6d4e-4000-8000-000000000002', randomBytes(32));
const name = fc.oneof(fc.string({ minLength: 1, unit: 'grapheme' }), fc.emailAddress());

describe('a token', () => {
  it('is the same for the same name, addresses without case, and for no other', () => {
    fc.assert(
      fc.property(name, name, (first, second) => {
        const normal = (text: string) => (text.includes('@') ? text.toLowerCase() : text);
        expect(one.token(first) === one.token(second)).toBe(normal(first) === normal(second));
        expect(one.token(first)).not.toBe(other.token(first));
        expect(one.token(first)).toMatch(/^(a[\w-]{22}\.[\w-]{8}|[nu][\w-]{22})$/);
      }),
    );
    expect(one.token('Ada@Acme.FR')).toBe(one.token('ada@acme.fr'));
    expect(one.token('Ada')).not.toBe(one.token('ada'));
  });

  it('tells the form, and the domain of an address as a token of its own', () => {
    expect(['ada@acme.fr', 'slack:U1', 'ada'].map((text) => one.token(text).charAt(0))).toEqual(['a', 'n', 'u']);
    const domainOf = (address: string) => one.token(address).split('.')[1];
    expect(domainOf('ada@acme.fr')).toBe(domainOf('ben@ACME.fr'));
    expect(domainOf('ada@acme.fr')).not.toBe(domainOf('ada@acme.com'));
  });
});

it('a sealed name opens as it was spelled, for its organisation alone', () => {
  fc.assert(
    fc.property(name, (text) => {
      const sealed = one.seal(text);
      expect(one.open(sealed)).toBe(text);
      expect(sealed.includes(Buffer.from(text)) && text.length > 3).toBe(false);
      expect(() => other.open(sealed)).toThrow(VaultClosed);
    }),
  );
});

it('a digest is covered alike for the same event only, and uncovered by covering it again', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), fc.uuid(), (digest, id) => {
      const covered = one.coverDigest(String(digest), id);
      expect(one.coverDigest(covered, id)).toBe(String(digest));
      expect(other.coverDigest(String(digest), id)).not.toBe(covered);
    }),
  );
});
