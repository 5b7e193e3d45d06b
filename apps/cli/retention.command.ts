import { type Command } from 'commander';
import { NewRetention } from '#contract/retention.js';
import { organizationBySlug } from '#storage/organization/organization.js';
import { chooseRawMonths, type KeptRaw, keptRaw, RetentionNotNeeded } from '#storage/retention/raw-months.js';
import { type Installation } from './installation.js';
import { answer, CommandError } from './output.js';

interface RetentionOptions {
  org: string;
  rawMonths?: string;
  json?: boolean;
}

type On = <Options>(
  command: (installation: Installation, options: Options) => Promise<number>,
) => (options: Options) => Promise<void>;

/** `essor org retention`: for how long what comes from the network is kept. */
export function addRetention(organization: Command, on: On): void {
  organization
    .command('retention')
    .description('for how many months raw events are kept; without a number, tells it')
    .requiredOption('--org <slug>', 'organisation')
    .option('--raw-months <n>', '1 to 13; fewer end what is older for good, more bring nothing back')
    .option('--json', 'machine-readable answer')
    .action(on(setRetention));
}

async function setRetention(installation: Installation, { org, rawMonths, json }: RetentionOptions): Promise<number> {
  const owner = await installation.as('owner');
  const { id } = await organizationBySlug(owner, org);
  const kept = rawMonths === undefined ? await keptRaw(owner, id) : await choose(rawMonths);
  answer(json, { organization: org, ...kept }, () => told(kept));
  return 0;

  async function choose(given: string): Promise<KeptRaw> {
    const asked = NewRetention.safeParse({ rawMonths: Number(given) });
    if (!asked.success)
      throw new CommandError(`"${given}" is not a number of months from 1 to 13.`, 'bad_retention', 2);
    return chooseRawMonths(owner, id, null, asked.data.rawMonths).catch((error: unknown) => {
      throw error instanceof RetentionNotNeeded ? new CommandError(error.message, error.code, 2) : error;
    });
  }
}

function told({ rawMonths, sealedBefore, applies }: KeptRaw): string[] {
  if (!applies) return ['everything is kept: the data are about no real people'];
  return [
    `raw events are kept for ${rawMonths} ${rawMonths === 1 ? 'month' : 'months'}`,
    ...(sealedBefore === null ? [] : [`what came before ${sealedBefore} is gone, whatever is chosen now`]),
  ];
}
