import { type Command } from 'commander';
import { isKindUnsaid, suggestKind } from '#domain/communities/suggested-kind.js';
import { type GroupKind, readGroupKinds } from '#storage/directory/group-kinds.js';
import { organizationBySlug } from '#storage/organization/organization.js';
import { type Installation } from './installation.js';
import { answer } from './output.js';

/** Groups whose kind nobody said, and which one their names speak for; `why` where there is nothing to take over. */
export function suggestionsFor(groups: readonly GroupKind[]) {
  const rows = groups
    .filter(isKindUnsaid)
    .map(({ key, name }) => ({ key, name, kind: suggestKind(name) }))
    .sort((a, b) => Number(a.kind === null) - Number(b.kind === null));
  return { rows, why: whyNone() };

  function whyNone(): string | null {
    if (groups.length === 0) return 'no group is known yet: an export of the network or a groups file names them';
    if (rows.length === 0) return `nothing to suggest: each of the ${groups.length} groups has its kind`;
    if (rows.some(({ kind }) => kind !== null)) return null;
    return `nothing to suggest: ${rows.length} of ${groups.length} groups have no kind, and no name speaks for one`;
  }
}

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

interface Options {
  org: string;
  json?: boolean;
}

/** `essor groups suggest` */
export function addGroups(
  program: Command,
  on: (
    command: (installation: Installation, options: Options) => Promise<number>,
  ) => (options: Options) => Promise<void>,
): void {
  program
    .command('groups')
    .description('groups of the network')
    .command('suggest')
    .description('groups without a kind, and the one that their names speak for')
    .requiredOption('--org <slug>', 'organisation')
    .option('--json', 'machine-readable answer')
    .action(on(suggestKinds));
}

/** Groups without a kind, and which one their names speak for. Changes nothing: a groups file says what they are. */
async function suggestKinds(installation: Installation, options: Options): Promise<number> {
  const owner = await installation.as('owner');
  const { id } = await organizationBySlug(owner, options.org);
  const { rows, why } = suggestionsFor(await readGroupKinds(owner, id));
  if (why !== null && !options.json) process.stderr.write(`${why}\n`);
  answer(options.json, rows, () =>
    rows.length === 0
      ? []
      : ['group_id,name,kind', ...rows.map(({ key, name, kind }) => [key, name, kind ?? ''].map(cell).join(','))],
  );
  return 0;
}
