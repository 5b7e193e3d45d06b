import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { contentDigest } from '#connectors/content-digest.js';
import { type EventKey } from '#connectors/detect/preview-file.js';
import { importFormat } from '#connectors/registry.js';
import { type ImportPreview, previewBytes, type PreviewQuery } from '#contract/import-preview.js';
import { type Bringer, bringersOf } from '#storage/event/bringers.js';
import { sameContent } from '#storage/import/same-content.js';
import { INGEST_DB } from '../databases.js';

type Known = ImportPreview['known'];

/** Whether what is about to be handed in came before, and under which source. Through the door that sees keys only. */
@Injectable()
export class KnownContent {
  constructor(@Inject(INGEST_DB) private readonly database: DataSource) {}

  async of(
    organizationId: string,
    kind: string | null,
    query: PreviewQuery,
    { bytes, keys }: { bytes: Buffer; keys: readonly EventKey[] },
  ): Promise<Known> {
    if (kind === null) return null;
    const source = importFormat(kind)?.gives.includes('event') ? (query.source ?? kind) : null;
    const file = await this.byFile(organizationId, source, query, bytes);
    if (file?.isUndone === false) return file;
    return (await this.byEvents(organizationId, source, keys)) ?? file;
  }

  private async byFile(
    organizationId: string,
    source: string | null,
    { whole, size }: PreviewQuery,
    bytes: Buffer,
  ): Promise<Known> {
    const full = whole ? bytes.length : size;
    if (full === undefined) return null;
    const digest = contentDigest({ size: full, head: bytes, tail: bytes.subarray(previewBytes) });
    const same = await sameContent(this.database, organizationId, digest, { rather: source, orUndone: true });
    if (same === null || (same.source === null) !== (source === null)) return null;
    const { fileName, at, isUndone } = same;
    const isSameSource = same.source === source;
    // Undone under the source itself, it goes in as if for the first time.
    if (isUndone && isSameSource) return null;
    return {
      ...{ source: same.source, isSameSource, isSameFile: true, isUndone },
      ...{ fileName, at: at.toISOString() },
    };
  }

  /** Half of the first events are enough; under the source itself they are no trouble, and outweigh any other. */
  private async byEvents(organizationId: string, source: string | null, keys: readonly EventKey[]): Promise<Known> {
    if (source === null || keys.length === 0) return null;
    const isMost = ({ events }: Bringer) => events * 2 >= keys.length;
    const bringers = (await bringersOf(this.database, organizationId, keys)).filter(isMost);
    const found = bringers.find((one) => one.source === source) ?? bringers[0];
    if (!found) return null;
    const { fileName, at } = found;
    return {
      ...{ source: found.source, isSameSource: found.source === source, isSameFile: false, isUndone: false },
      ...{ fileName, at: at?.toISOString() ?? null },
    };
  }
}
