import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** First byte of what is sealed, so that another way can follow. */
const version = 1;
const ivLength = 12;
const tagLength = 16;
const head = 1 + ivLength + tagLength;

export interface Seal {
  appSecret: string;
  /** What is kept so: each has a key of its own. */
  purpose: string;
  /** What it belongs to: sealed for one owner, it opens for no other. */
  owner: string;
}

/** AES-256-GCM under a key derived from APP_SECRET: nothing else has to be kept. */
export function sealed({ appSecret, purpose, owner }: Seal, plain: string): Buffer {
  return sealedUnder(derivedKey(appSecret, purpose), owner, Buffer.from(plain));
}

/** Null where it cannot be opened: sealed under another APP_SECRET, for another purpose or owner, or damaged. */
export function opened({ appSecret, purpose, owner }: Seal, bytes: Buffer): string | null {
  return openedUnder(derivedKey(appSecret, purpose), owner, bytes)?.toString('utf8') ?? null;
}

/** The same under a key of the caller's. */
export function sealedUnder(key: Buffer, owner: string, plain: Buffer): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([version]), iv, cipher.getAuthTag(), body]);
}

/** Null where it cannot be opened: sealed under another key, for another owner, or damaged. */
export function openedUnder(key: Buffer, owner: string, bytes: Buffer): Buffer | null {
  if (bytes[0] !== version || bytes.length < head) return null;
  const iv = bytes.subarray(1, 1 + ivLength);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(1 + ivLength, head));
  const plain = decipher.update(bytes.subarray(head));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    // The one thing that `final` refuses is a tag that does not fit.
    return null;
  }
}

/** A key of its own for each purpose (HKDF, RFC 5869). */
export function derivedKey(secret: string | Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), purpose, 32));
}
