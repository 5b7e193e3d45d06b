import { createHmac, hash } from 'node:crypto';
import { derivedKey, openedUnder, sealedUnder } from '../secret/seal.js';

/** How names are compared: e-mail addresses without case, other identifiers exactly. */
export const normalName = (name: string): string => (name.includes('@') ? name.toLowerCase() : name);

/** Where a piece of a file belongs. */
export interface ChunkPlace {
  importId: number;
  /** Counted from 0. */
  position: number;
}

/** Names whose tokens are kept at hand; beyond, they are computed again. */
const keptTokens = 100_000;

/**
 * The names under which people of one organisation are known, behind its data key. A name is looked for by its token, an
 * HMAC: whoever has the database and not APP_SECRET can neither read a name nor try one out.
 */
export class Names {
  private readonly lookUpKey: Buffer;
  private readonly sealKey: Buffer;
  private readonly digestKey: Buffer;
  private readonly chunkKey: Buffer;
  private readonly tokens = new Map<string, string>();

  constructor(
    private readonly organizationId: string,
    dataKey: Buffer,
  ) {
    this.lookUpKey = derivedKey(dataKey, 'essor names: look-up');
    this.sealKey = derivedKey(dataKey, 'essor names: sealing');
    this.digestKey = derivedKey(dataKey, 'essor names: digests of events');
    this.chunkKey = derivedKey(dataKey, 'essor files: chunks that wait');
  }

  /**
   * What stands for a name in every table. Its first letter tells the form, so that the page on the quality of the data can
   * say what unknown names look like: `a` an address, followed by the token of its domain; `n` a source with a number, such
   * as `slack:U1`; `u` another.
   */
  token(name: string): string {
    const known = this.tokens.get(name);
    if (known !== undefined) return known;
    const normal = normalName(name);
    const at = normal.indexOf('@');
    const digest = this.digest(normal, 22);
    const domain = normal.slice(at + 1).split('@')[0] ?? '';
    const token =
      at >= 0 ? `a${digest}.${this.digest(`@${domain}`, 8)}` : `${/^[a-z0-9-]+:/.test(normal) ? 'n' : 'u'}${digest}`;
    if (this.tokens.size >= keptTokens) this.tokens.clear();
    this.tokens.set(name, token);
    return token;
  }

  /** The same for what may be absent. */
  tokenOrNull(name: string | null): string | null {
    return name === null ? null : this.token(name);
  }

  /** A name as it was spelled; opens for this organisation alone. */
  seal(name: string): Buffer {
    return sealedUnder(this.sealKey, this.organizationId, Buffer.from(name));
  }

  /** Throws VaultClosed where it was sealed under another key. */
  open(sealed: Buffer): string {
    const opened = openedUnder(this.sealKey, this.organizationId, sealed);
    if (opened === null) throw new VaultClosed();
    return opened.toString('utf8');
  }

  /** A piece of a file that waits; opens at its own place of its own file alone. */
  sealChunk(place: ChunkPlace, bytes: Buffer): Buffer {
    return sealedUnder(this.chunkKey, this.chunkOwner(place), bytes);
  }

  /** Throws VaultClosed where it was sealed under another key, or for another place. */
  openChunk(place: ChunkPlace, sealed: Buffer): Buffer {
    const opened = openedUnder(this.chunkKey, this.chunkOwner(place), sealed);
    if (opened === null) throw new VaultClosed();
    return opened;
  }

  private chunkOwner({ importId, position }: ChunkPlace): string {
    return `${this.organizationId}/${importId}/${position}`;
  }

  /**
   * The digest of an event as it is kept. Of the content alone, somebody could try names until it fits; so it is covered
   * with 64 bits that only the key and the id of the event give. Equal stay equal, for events of the same id.
   */
  coverDigest(digest: string, eventId: string): string {
    const id = Buffer.from(eventId.replaceAll('-', ''), 'hex');
    const cover = hash('sha256', Buffer.concat([this.digestKey, id]), 'hex').slice(0, 16);
    return BigInt.asIntN(64, BigInt(digest) ^ BigInt(`0x${cover}`)).toString();
  }

  /** For the one conversion of what was kept before, which the server does on its own. */
  get coveringKey(): Buffer {
    return this.digestKey;
  }

  private digest(text: string, length: number): string {
    return createHmac('sha256', this.lookUpKey).update(text).digest('base64url').slice(0, length);
  }
}

/** What is sealed does not open: APP_SECRET is not the one under which the organisation was begun. */
export class VaultClosed extends Error {
  override readonly name = 'VaultClosed';
  readonly code = 'vault_closed';

  constructor() {
    super('The names of people do not open: APP_SECRET is another than when the organisation was begun.');
  }
}
