import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** First byte of what is sealed, so that another way can follow. */
const version = 1;
const ivLength = 12;
const tagLength = 16;

/** What a secret belongs to: sealed for one source, it opens for no other. */
export interface SecretOwner {
  organizationId: string;
  sourceId: number;
}

/** AES-256-GCM under a key of its own, derived from APP_SECRET (HKDF, RFC 5869): nothing else has to be kept. */
export function sealSecret(appSecret: string, owner: SecretOwner, plain: string): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', keyOf(appSecret), iv).setAAD(boundTo(owner));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([version]), iv, cipher.getAuthTag(), sealed]);
}

/** Null where it cannot be opened: sealed under another APP_SECRET, for another source, or damaged. */
export function openSecret(appSecret: string, owner: SecretOwner, sealed: Buffer): string | null {
  const body = 1 + ivLength + tagLength;
  if (sealed[0] !== version || sealed.length < body) return null;
  const iv = sealed.subarray(1, 1 + ivLength);
  const tag = sealed.subarray(1 + ivLength, body);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(appSecret), iv, { authTagLength: tagLength });
  decipher.setAAD(boundTo(owner)).setAuthTag(tag);
  const opened = decipher.update(sealed.subarray(body));
  try {
    return Buffer.concat([opened, decipher.final()]).toString('utf8');
  } catch {
    // The one thing that `final` refuses is a tag that does not fit.
    return null;
  }
}

const keyOf = (appSecret: string) =>
  Buffer.from(hkdfSync('sha256', appSecret, Buffer.alloc(0), 'essor secrets of pulled sources', 32));

const boundTo = ({ organizationId, sourceId }: SecretOwner) => Buffer.from(`${organizationId}/${sourceId}`);
