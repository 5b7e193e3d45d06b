import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type ImportQuery, largestFile } from '#contract/imports.js';
import { readingOver } from '#domain/files/import-profile.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { importJob } from '#runtime/jobs/jobs.js';
import { importFormat } from '#connectors/registry.js';
import { Problem } from '#runtime/problem.js';
import { FileTooLarge, saveChunks } from '#storage/import/import-chunks.js';
import { profileFor, UnusableProfile } from '#storage/import/import-profiles.js';
import { createImport, discardImport, type NewImport, noteHandedIn, saveSize } from '#storage/import/imports.js';
import { PurposeGateClosed, requireOpenGate } from '#storage/purpose/purpose-gate.repository.js';
import { APP_DB } from '../databases.js';

export const tooLarge = (): Problem =>
  new Problem('file_too_large', 413, 'The file is too large to be handed in here.', { limit_bytes: largestFile });

/** Takes a file in as it comes; a worker reads it afterwards. */
@Injectable()
export class HandIn {
  constructor(
    @Inject(APP_DB) private readonly database: DataSource,
    private readonly jobs: JobQueue,
  ) {}

  /** Number of the import. The file is whole in the database before this returns. */
  async take(
    organizationId: string,
    accountId: string,
    query: ImportQuery,
    file: AsyncIterable<Buffer>,
  ): Promise<number> {
    const { kind, file: fileName, ...asked } = query;
    await this.requireGate(organizationId, kind);
    const options = await this.optionsOf(organizationId, kind, asked);
    return this.keep(organizationId, { kind, fileName, options, totalBytes: null, createdBy: accountId }, file);
  }

  /** People whom a network's accounts tell, until somebody hands people in. */
  adopt(organizationId: string, accountId: string, file: AsyncIterable<Buffer>): Promise<number> {
    const given = { kind: 'people', fileName: 'proposed-tree.csv', options: { adopts: true } };
    return this.keep(organizationId, { ...given, totalBytes: null, createdBy: accountId }, file);
  }

  private async keep(organizationId: string, given: NewImport, file: AsyncIterable<Buffer>): Promise<number> {
    const id = await createImport(this.database, organizationId, given);
    try {
      await this.database.transaction(async (tx) => {
        const size = await saveChunks(tx, organizationId, id, file, largestFile);
        if (size === 0) throw new Problem('empty_file', 400, 'The file is empty.');
        await saveSize(tx, organizationId, id, size);
        await noteHandedIn(tx, organizationId, id, given);
      });
    } catch (error) {
      await discardImport(this.database, organizationId, id);
      if (error instanceof FileTooLarge) throw tooLarge();
      throw error;
    }
    await this.jobs.request(importJob, { organizationId, importId: id });
    return id;
  }

  /** Before a byte of it is kept: what people did does not even wait here. */
  private async requireGate(organizationId: string, kind: string): Promise<void> {
    if (!importFormat(kind)?.gives.includes('event')) return;
    await requireOpenGate(this.database, organizationId).catch((error: unknown) => {
      throw error instanceof PurposeGateClosed ? new Problem(error.code, 403, error.message) : error;
    });
  }

  /** What the query says, over the profile that it names: a later change of the profile changes no import. */
  private async optionsOf(
    organizationId: string,
    kind: string,
    asked: Omit<ImportQuery, 'kind' | 'file'>,
  ): Promise<Record<string, unknown>> {
    const { complete_through: through, dry_run: dryRun, date_format, profile, ...rest } = asked;
    const said = { ...rest, dateFormat: date_format, dryRun, completeThrough: through ?? null };
    if (profile === undefined) return said;
    try {
      const kept = await profileFor(this.database, organizationId, profile, kind);
      return { ...said, ...readingOver(kept, said), source: said.source ?? profile, profile };
    } catch (error) {
      if (!(error instanceof UnusableProfile)) throw error;
      throw new Problem(error.code, error.code === 'unknown_profile' ? 404 : 400, error.message);
    }
  }
}
