import { type DataSource } from 'typeorm';
import { fileInMemory } from '#connectors/file-input.js';
import { runImport } from '#pipeline/import/run-import.js';
import { createOrganization } from '#storage/directory/organization.js';
import { saveChunks } from '#storage/import/import-chunks.js';
import { createImport, saveSize } from '#storage/import/imports.js';
import { createKey } from '#storage/source/source-keys.js';
import { ensureSource } from '#storage/source/sources.js';
import { type Company } from './company.js';

/** A company with its directory, and the key under which its network tells of itself. */
export interface FoundCompany {
  company: Company;
  organizationId: string;
  key: string;
}

export async function foundCompany(owner: DataSource, company: Company): Promise<FoundCompany> {
  const facts = { slug: company.slug, name: company.slug, class: 'synthetic', timezone: 'UTC' } as const;
  const organizationId = await createOrganization(owner, facts);
  for (const [kind, text] of Object.entries(company.directoryFiles())) {
    const report = await runImport(owner, {
      ...{ organizationId, kind, fileName: `${kind}.csv`, settings: {} },
      input: fileInMemory(Buffer.from(text)),
      now: new Date(),
    });
    if (report.state !== 'done' || report.rejected > 0) throw new Error(JSON.stringify(report));
  }
  const source = await ensureSource(owner, organizationId, { name: 'client', kind: 'http' });
  return { company, organizationId, key: (await createKey(owner, organizationId, source)).key };
}

/** Hands in the file of those who have moved, as it lies in the database after an upload: a worker finds it there. */
export async function handInMoves(owner: DataSource, { company, organizationId }: FoundCompany): Promise<void> {
  const bytes = Buffer.from(company.movesFile());
  await owner.transaction(async (tx) => {
    const given = { kind: 'people', fileName: 'moves.csv', options: {}, totalBytes: bytes.length };
    const id = await createImport(tx, organizationId, given);
    await saveChunks(tx, organizationId, id, fileInMemory(bytes).stream(), bytes.length);
    await saveSize(tx, organizationId, id, bytes.length);
  });
}
