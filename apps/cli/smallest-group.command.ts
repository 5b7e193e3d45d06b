import { type Command } from 'commander';
import { NewSmallestGroup } from '#contract/smallest-group.js';
import { smallestGroup } from '#domain/mask/smallest-group.js';
import { organizationBySlug } from '#storage/organization/organization.js';
import {
  raiseSmallestGroup,
  type SmallestGroup,
  smallestGroupOf,
  SmallestGroupRefused,
} from '#storage/organization/smallest-group.js';
import { type Installation } from './installation.js';
import { answer, CommandError } from './output.js';

interface SmallestGroupOptions {
  org: string;
  k?: string;
  json?: boolean;
}

type On = <Options>(
  command: (installation: Installation, options: Options) => Promise<number>,
) => (options: Options) => Promise<void>;

/** `essor org smallest-group`: how many people a figure is about at least. */
export function addSmallestGroup(organization: Command, on: On): void {
  organization
    .command('smallest-group')
    .description('how many people a figure is about at least; without a number, tells it')
    .requiredOption('--org <slug>', 'organisation')
    .option('--k <n>', `more than now, ${smallestGroup.most} at most; never less`)
    .option('--json', 'machine-readable answer')
    .action(on(setSmallestGroup));
}

async function setSmallestGroup(installation: Installation, { org, k, json }: SmallestGroupOptions): Promise<number> {
  const owner = await installation.as('owner');
  const { id } = await organizationBySlug(owner, org);
  const holds = k === undefined ? await smallestGroupOf(owner, id) : await raise(k);
  answer(json, { organization: org, ...holds }, () => told(holds));
  return 0;

  async function raise(given: string): Promise<SmallestGroup> {
    const asked = NewSmallestGroup.safeParse({ k: Number(given) });
    if (!asked.success)
      throw new CommandError(`"${given}" is not a number of people from 1 to ${smallestGroup.most}.`, 'bad_k', 2);
    return raiseSmallestGroup(owner, id, null, asked.data.k).catch((error: unknown) => {
      throw error instanceof SmallestGroupRefused ? new CommandError(error.message, error.code, 2) : error;
    });
  }
}

function told({ k, closedWith }: SmallestGroup): string[] {
  return [
    `no figure is about fewer than ${k} people, from the next publication on`,
    ...(closedWith === null ? [] : [`closed weeks keep their groups, of ${closedWith} at least, and what they said`]),
  ];
}
