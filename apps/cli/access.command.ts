import { LastDay } from '#contract/last-day.js';
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
  options: { org: string; source?: string; kind?: 'source' | 'scim'; expiresOn?: string; json?: boolean },
): Promise<number> {
  const expiresOn = lastDay(options.expiresOn);
  if (options.kind === 'scim') return createDirectoryToken(installation, options, expiresOn);
  if (options.source === undefined) throw new CommandError('A key is that of a --source.', 'missing_option', 2);
  const owner = await installation.as('owner');
  const organization = await organizationBySlug(owner, options.org);
  const sourceId = await ensureSource(owner, organization.id, { name: options.source, kind: 'http' });
  const { prefix, key } = await owner.transaction(async (tx) => {
    const made = await createKey(tx, organization.id, sourceId, expiresOn);
    await note(tx, organization.id, 'key_created', {
      source: sourceId,
      prefix: made.prefix,
      ...(expiresOn && { expiresOn }),
    });
    return made;
  });
  answer(options.json, { source: options.source, prefix, key, expiresOn }, () => [key]);
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

function lastDay(given: string | undefined): string | null {
  if (given === undefined) return null;
  const parsed = LastDay.safeParse(given);
  if (!parsed.success) throw new CommandError(`--expires-on ${parsed.error.issues[0]?.message}`, 'bad_last_day', 2);
  return parsed.data;
}
