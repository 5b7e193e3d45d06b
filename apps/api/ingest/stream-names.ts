import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { NameTable } from '#connectors/stream/name-table.js';
import { type Vocabulary } from '#domain/events/vocabulary.js';
import { isUnavailable } from '#storage/event/repeatable.js';
import { type KeyHolder } from '#storage/source/source-keys.js';
import { type SourceName, sourceNames } from '#storage/source/source-names.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { INGEST_DB } from '../databases.js';
import { INGEST_OPTIONS, type IngestOptions } from './ingest-options.js';
import { refuse } from './ingest-problem.js';

/** What each source means by the names of other vocabularies; remembered for as long as keys are. */
@Injectable()
export class StreamNames {
  private readonly remembered = new Map<string, { names: SourceName[]; until: number }>();

  constructor(
    @Inject(INGEST_DB) private readonly database: DataSource,
    @Inject(INGEST_OPTIONS) private readonly options: IngestOptions,
  ) {}

  async of(holder: KeyHolder, vocabulary: Vocabulary): Promise<NameTable> {
    const names = await this.namesOf(holder);
    const own = names.filter((one) => one.vocabulary === vocabulary);
    return new NameTable(vocabulary, new Map(own.map(({ name, kind }) => [name, kind])));
  }

  private async namesOf({ organizationId, sourceId }: KeyHolder): Promise<SourceName[]> {
    const key = `${organizationId} ${sourceId}`;
    const now = performance.now();
    const known = this.remembered.get(key);
    if (known && known.until > now) return known.names;
    const names = await this.ask(organizationId, sourceId);
    this.remembered.set(key, { names, until: now + this.options.keyMemory });
    return names;
  }

  private async ask(organizationId: string, sourceId: number): Promise<SourceName[]> {
    try {
      return await withinOrganization(organizationId, () => sourceNames(this.database, organizationId, sourceId));
    } catch (error) {
      if (isUnavailable(error)) throw refuse.unavailable();
      throw error;
    }
  }
}
