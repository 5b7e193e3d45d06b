import { type DataSource } from 'typeorm';
import { fileInMemory } from '#connectors/file-input.js';
import { runImport } from '#pipeline/import/run-import.js';
import { createOrganization } from '#storage/directory/organization.js';
import { createKey } from '#storage/source/source-keys.js';
import { ensureSource } from '#storage/source/sources.js';
import { directoryFiles } from './company.js';

/** The company with its directory, and the key under which its network tells of itself. */
export async function foundCompany(owner: DataSource): Promise<{ organizationId: string; key: string }> {
  const facts = { slug: 'acme', name: 'Acme', class: 'synthetic', timezone: 'UTC' } as const;
  const organizationId = await createOrganization(owner, facts);
  for (const [kind, text] of Object.entries(directoryFiles())) {
    const report = await runImport(owner, {
      ...{ organizationId, kind, fileName: `${kind}.csv`, settings: {} },
      input: fileInMemory(Buffer.from(text)),
      now: new Date(),
    });
    if (report.state !== 'done' || report.rejected > 0) throw new Error(JSON.stringify(report));
  }
  const source = await ensureSource(owner, organizationId, { name: 'client', kind: 'http' });
  return { organizationId, key: (await createKey(owner, organizationId, source)).key };
}
