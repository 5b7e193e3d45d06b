import { type Command } from 'commander';
import { type EntityManager } from 'typeorm';
import { NewDirectoryLimits } from '#contract/directory.js';
import { applyScim } from '#pipeline/import/apply-scim.js';
import { organizationBySlug } from '#storage/organization/organization.js';
import { directorySetting, saveDirectorySetting } from '#storage/scim/directory-settings.js';
import { approveHeld, directoryState } from '#storage/scim/held-changes.js';
import { createScimToken, revokeScimToken } from '#storage/scim/scim-tokens.js';
import { type Installation } from './installation.js';
import { note } from './note.js';
import { answer, CommandError } from './output.js';
import { adoptTree, forgetTree, showTree } from './tree.command.js';

interface Options {
  org: string;
  json?: boolean;
}

interface LimitOptions extends Options {
  leavers?: string;
  moves?: string;
  entities?: string;
}

type On = <Given>(
  command: (installation: Installation, options: Given) => Promise<number>,
) => (options: Given) => Promise<void>;

/** `essor directory …`: what an identity provider pushes, and what accounts propose. */
export function addDirectory(program: Command, on: On): void {
  const directory = program
    .command('directory')
    .description('the directory: what an identity provider pushes, and the tree that accounts propose');
  const command = (name: string, about: string) =>
    directory
      .command(name)
      .description(about)
      .requiredOption('--org <slug>', 'organisation')
      .option('--json', 'machine-readable answer');
  command('show', 'what came, what waits, and what is held').action(on(showDirectory));
  command('approve', 'lets in the leavers and moves that are held').action(on(approveDirectory));
  command('tree', 'the tree that the accounts of a network propose, in counts').action(on(showTree));
  command('adopt', 'takes the proposed tree over, until a directory is handed in').action(on(adoptTree));
  command('forget-tree', 'drops the proposed tree').action(on(forgetTree));
  command('limits', 'from which shares of the people known leavers and moves of a day are held')
    .option('--leavers <share>', 'such as 0.1')
    .option('--moves <share>', 'such as 0.2')
    .option('--entities <names>', 'attributes that name entities, from the top: organization,division,department')
    .action(on(limitDirectory));
}

async function showDirectory(installation: Installation, { org, json }: Options): Promise<number> {
  const owner = await installation.as('owner');
  const { id } = await organizationBySlug(owner, org);
  const state = await directoryState(owner, id);
  answer(json, { ...state }, () => [
    `${state.users} users, ${state.waiting} waiting, ${state.entityUnknown} in an unknown entity`,
    ...state.held.map(({ change, place, people }) => `held: ${people} ${change} ${place}`),
  ]);
  return 0;
}

async function approveDirectory(installation: Installation, { org, json }: Options): Promise<number> {
  const owner = await installation.as('owner');
  const { id } = await organizationBySlug(owner, org);
  const people = await approveHeld(owner, id, null);
  while ((await applyScim(await installation.as('work'), id, new Date())).more);
  answer(json, { people }, () => [`${people} approved`]);
  return 0;
}

async function limitDirectory(installation: Installation, options: LimitOptions): Promise<number> {
  const owner = await installation.as('owner');
  const { id } = await organizationBySlug(owner, options.org);
  const given = NewDirectoryLimits.safeParse({
    ...(options.leavers === undefined ? {} : { leaversAbove: Number(options.leavers) }),
    ...(options.moves === undefined ? {} : { movesAbove: Number(options.moves) }),
    ...(options.entities === undefined ? {} : { entityFrom: options.entities.split(',') }),
  });
  if (!given.success) throw new CommandError('Shares are from 0 to 1, as 0.1.', 'bad_limit', 2);
  const now = await directorySetting(owner, id);
  const { leaversAbove = now.leaversAbove, movesAbove = now.movesAbove, entityFrom = now.entityFrom } = given.data;
  await owner.transaction(async (tx) => {
    await saveDirectorySetting(tx, id, { ...now, leaversAbove, movesAbove, entityFrom });
    await note(tx, id, 'directory_limits_changed', given.data);
  });
  answer(options.json, { leaversAbove, movesAbove, entityFrom }, () => [
    `leavers above ${leaversAbove}, moves above ${movesAbove}, entities from ${entityFrom.join(', ')}`,
  ]);
  return 0;
}

/** The token is shown this once. */
export async function createDirectoryToken(
  installation: Installation,
  { org, json }: Options,
  expiresOn: string | null,
): Promise<number> {
  const owner = await installation.as('owner');
  const { id } = await organizationBySlug(owner, org);
  const { prefix, token } = await owner.transaction(async (tx) => {
    const made = await createScimToken(tx, id, expiresOn);
    await note(tx, id, 'scim_token_created', { prefix: made.prefix, ...(expiresOn && { expiresOn }) });
    return made;
  });
  answer(json, { kind: 'scim', prefix, key: token, expiresOn }, () => [token]);
  return 0;
}

/** False where no token begins like that. */
export function revokeDirectoryToken(tx: EntityManager, organizationId: string, begins: string): Promise<boolean> {
  const prefix = /^(?:essor_scim_)?([0-9a-f]{8})(?:_|$)/.exec(begins)?.[1] ?? begins;
  return revokeScimToken(tx, organizationId, { prefix });
}
