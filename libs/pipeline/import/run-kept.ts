import { type DataSource } from 'typeorm';
import { type StoredImport } from '#storage/import/imports.js';
import { handedInFile } from './handed-in-file.js';
import { type ImportReport } from './import-request.js';
import { runImport } from './run-import.js';

/** Reads a file that is kept in the database, as it was handed in. Safe to repeat. */
export function runKept(
  work: DataSource,
  organizationId: string,
  { id, kind, fileName, options, totalBytes }: StoredImport,
  now: Date,
): Promise<ImportReport> {
  const input = handedInFile(work, organizationId, id, totalBytes);
  return runImport(work, { organizationId, importId: id, kind, fileName, settings: options, input, now });
}
