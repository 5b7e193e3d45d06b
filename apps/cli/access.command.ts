import { organizationBySlug } from '#storage/organization/organization.js';
import { createKey, revokeKeyByPrefix } from '#storage/source/source-keys.js';
import { ensureSource } from '#storage/source/sources.js';
import { createDirectoryToken, revokeDirectoryToken } from './directory.command.js';
import { type Installation } from './installation.js';
import { note } from './note.js';
import { answer, CommandError } from './output.js';

/** The key is shown this once. */
export async function createSourceKey(
  installation: Installation,
  options: { org: string; source?: string; kind?: 'source' | 'scim'; json?: boolean },
): Promise<number> {
  if (options.kind === 'scim') return createDirectoryToken(installation, options);
  if (options.source === undefined) throw new CommandError('A key is that of a --source.', 'missing_option', 2);
  const owner = await installation.as('owner');
  const organization = await organizationBySlug(owner, options.org);
  const sourceId = await ensureSource(owner, organization.id, { name: options.source, kind: 'http' });
  const { prefix, key } = await owner.transaction(async (tx) => {
    const made = await createKey(tx, organization.id, sourceId);
    await note(tx, organization.id, 'key_created', { source: sourceId, prefix: made.prefix });
    return made;
  });
  answer(options.json, { source: options.source, prefix, key }, () => [key]);
  return 0;
}

export async function revokeSourceKey(
  installation: Installation,
  prefix: string,
  options: { org: string; json?: boolean },
): Promise<number> {
  const owner = await installation.as('owner');
  const organization = await organizationBySlug(owner, options.org);
  await owner.transaction(async (tx) => {
    const isKey = await revokeKeyByPrefix(tx, organization.id, prefix);
    const isRevoked = isKey || (await revokeDirectoryToken(tx, organization.id, prefix));
    if (!isRevoked) throw new CommandError(`No living key begins with ${prefix}.`, 'unknown_key');
    // What was typed may be a whole key.
    const shown = /[0-9a-f]{8}/.exec(prefix)?.[0];
    await note(tx, organization.id, isKey ? 'key_revoked' : 'scim_token_revoked', { prefix: shown });
  });
  answer(options.json, { prefix, revoked: true }, () => [`${prefix} revoked`]);
  return 0;
}
