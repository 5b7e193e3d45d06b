import { opened, type Seal, sealed } from '../secret/seal.js';

/** What a secret belongs to: sealed for one source, it opens for no other. */
export interface SecretOwner {
  organizationId: string;
  sourceId: number;
}

export const sealSecret = (appSecret: string, owner: SecretOwner, plain: string): Buffer =>
  sealed(sealOf(appSecret, owner), plain);

/** Null where it cannot be opened: sealed under another APP_SECRET, for another source, or damaged. */
export const openSecret = (appSecret: string, owner: SecretOwner, bytes: Buffer): string | null =>
  opened(sealOf(appSecret, owner), bytes);

const sealOf = (appSecret: string, { organizationId, sourceId }: SecretOwner): Seal => ({
  appSecret,
  purpose: 'essor secrets of pulled sources',
  owner: `${organizationId}/${sourceId}`,
});
