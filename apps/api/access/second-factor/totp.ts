import { Secret, TOTP } from 'otpauth';

const period = 30;
/** A step earlier or later is taken too: clocks differ, and people type. */
const window = 1;

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What the picture holds that an app reads. */
export const totpAddress = (secret: string, email: string): string => totpOf(secret, email).toString();

/** The step (half minutes since 1970) that a code of six digits is of, at `now` in milliseconds; null for a wrong one. RFC 6238. */
export function stepOf(secret: string, code: string, now: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now, window });
  return delta === null ? null : Math.floor(now / 1000 / period) + delta;
}

const totpOf = (secret: string, label: string) =>
  new TOTP({ issuer: 'Essor', label, secret: Secret.fromBase32(secret), period });
