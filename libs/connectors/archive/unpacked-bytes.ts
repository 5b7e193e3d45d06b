import { archiveError, type ArchiveLimits } from './archive.js';

/** Counts what comes out of an archive while it is read: what the archive says of its sizes is not believed. */
export class UnpackedBytes {
  private total = 0;

  /** `packedBytes`: size of the whole archive, the most that its entries can be made of. */
  constructor(
    private readonly limits: ArchiveLimits,
    private readonly packedBytes: number,
  ) {}

  /** Passes one entry on. Throws UnreadableFileError once it, or all together, are more than may be. */
  async *of(entry: AsyncIterable<Buffer>, packedBytes: () => number): AsyncGenerator<Buffer> {
    let unpacked = 0;
    for await (const bytes of entry) {
      unpacked += bytes.length;
      this.total += bytes.length;
      if (this.isBomb(unpacked, packedBytes()) || this.isBomb(this.total, this.packedBytes))
        throw archiveError('zip_bomb');
      if (unpacked > this.limits.entryBytes || this.total > this.limits.totalBytes)
        throw archiveError('archive_too_large');
      yield bytes;
    }
  }

  private isBomb(unpacked: number, packed: number): boolean {
    return unpacked > this.limits.ratioFrom && unpacked > packed * this.limits.ratio;
  }
}
