import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** First byte of what is sealed, so that another way can follow. */
const version = 1;
const ivLength = 12;
const tagLength = 16;

export interface Seal {
  appSecret: string;
  /** What is kept so: each has a key of its own. */
  purpose: string;
  /** What it belongs to: sealed for one owner, it opens for no other. */
  owner: string;
}

/** AES-256-GCM under a key derived from APP_SECRET (HKDF, RFC 5869): nothing else has to be kept. */
export function sealed(seal: Seal, plain: string): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', keyOf(seal), iv).setAAD(Buffer.from(seal.owner));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([version]), iv, cipher.getAuthTag(), body]);
}

/** Null where it cannot be opened: sealed under another APP_SECRET, for another purpose or owner, or damaged. */
export function opened(seal: Seal, bytes: Buffer): string | null {
  const body = 1 + ivLength + tagLength;
  if (bytes[0] !== version || bytes.length < body) return null;
  const iv = bytes.subarray(1, 1 + ivLength);
  const tag = bytes.subarray(1 + ivLength, body);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(seal), iv, { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(seal.owner)).setAuthTag(tag);
  const plain = decipher.update(bytes.subarray(body));
  try {
    return Buffer.concat([plain, decipher.final()]).toString('utf8');
  } catch {
    // The one thing that `final` refuses is a tag that does not fit.
    return null;
  }
}

const keyOf = ({ appSecret, purpose }: Seal) =>
  Buffer.from(hkdfSync('sha256', appSecret, Buffer.alloc(0), purpose, 32));
