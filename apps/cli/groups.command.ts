import { suggestKind } from '#domain/communities/suggested-kind.js';
import { rowsOf } from '#storage/database.js';
import { organizationBySlug } from '#storage/organization/organization.js';
import { type Installation } from './installation.js';
import { answer } from './output.js';

const whyNone = (groups: number) =>
  groups === 0
    ? 'no group is known yet: an export of the network or a groups file names them'
    : `nothing to suggest: each of the ${groups} groups has its kind`;

/** Groups without a kind, and which one their names speak for. Changes nothing: a groups file says what they are. */
export async function suggestKinds(
  installation: Installation,
  options: { org: string; json?: boolean },
): Promise<number> {
  const owner = await installation.as('owner');
  const { id } = await organizationBySlug(owner, options.org);
  const groups = await rowsOf<{ key: string; name: string }>(
    owner,
    `select key, name from network_group where organization_id = $1 and kind is null order by name, key`,
    [id],
  );
  const rows = groups.map((group) => ({ ...group, kind: suggestKind(group.name) }));
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const [all] = await rowsOf<{ groups: number }>(
    owner,
    `select count(*)::integer as groups from network_group where organization_id = $1`,
    [id],
  );
  if (rows.length === 0 && !options.json) process.stderr.write(`${whyNone(all?.groups ?? 0)}\n`);
  answer(options.json, rows, () => [
    'group_id,name,kind',
    ...rows.map(({ key, name, kind }) => [key, name, kind ?? ''].map(cell).join(',')),
  ]);
  return 0;
}
