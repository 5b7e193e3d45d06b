import { stepOf, totpAddress } from './totp.js';

// RFC 6238, appendix B: the secret in base 32, and the last six of the eight digits.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const vectors = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
] as const;

describe('codes of an app', () => {
  it.each(vectors)('at %d s is %s', (seconds, code) => {
    const step = Math.floor(seconds / 30);
    expect(stepOf(secret, code, seconds * 1000)).toBe(step);
    expect(stepOf(secret, code, (seconds + 30) * 1000)).toBe(step);
    expect(stepOf(secret, code, (seconds - 30) * 1000)).toBe(step);
    expect(stepOf(secret, code, (seconds + 90) * 1000)).toBeNull();
  });

  it.each(['', '28708', '2870820', '28708x', ' 287082', '２８７０８２'])('is not "%s"', (code) => {
    expect(stepOf(secret, code, 59_000)).toBeNull();
  });

  it('reads from an address that names Essor and the account', () => {
    const address = new URL(totpAddress(secret, 'ines@acme.example'));
    expect(decodeURIComponent(address.pathname)).toContain('Essor:ines@acme.example');
    expect(address.searchParams.get('secret')).toBe(secret);
  });
});
