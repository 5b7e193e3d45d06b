import { type Command } from 'commander';
import { refresh } from '#pipeline/refresh.js';
import { comesYet } from '#storage/import/comes-yet.js';
import { organizationBySlug } from '#storage/organization/organization.js';
import { giveWord } from '#storage/publication/first-word.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { hasWorker, type Installation } from './installation.js';
import { answer, CommandError } from './output.js';
import { ProgressBar } from './progress-bar.js';

interface WordOptions {
  org: string;
  json?: boolean;
}

const late = {
  still_reading: 'A file is still being read: `essor wait` waits for its end.',
  directory_waits: 'A directory waits for approval: `essor import approve` or `refuse` with its number.',
};

type On = <Options>(
  command: (installation: Installation, options: Options) => Promise<number>,
) => (options: Options) => Promise<void>;

/** `essor org publish`: everything is in. */
export function addFirstWord(organization: Command, on: On): void {
  organization
    .command('publish')
    .description('everything is in: a new organisation of real people publishes from now on; safe to repeat')
    .requiredOption('--org <slug>', 'organisation')
    .option('--json', 'machine-readable answer')
    .action(on(sayEverythingIsIn));
}

/** With no worker about, also counts and publishes. */
async function sayEverythingIsIn(installation: Installation, { org, json }: WordOptions): Promise<number> {
  const work = await installation.as('work');
  const { id } = await organizationBySlug(work, org);
  const begins = await withinOrganization(id, async () => {
    const yet = await comesYet(work, id);
    if (yet !== null) throw new CommandError(late[yet], yet);
    return work.transaction((tx) => giveWord(tx, id, null));
  });
  if (begins && !(await hasWorker(work))) {
    const bar = new ProgressBar(process.stderr);
    await refresh(work, id, new Date(), (stage, done, total) => {
      if (!json) bar.show(stage, done, total);
    });
    bar.end();
  }
  answer(json, { organization: org, begins }, () => [
    begins
      ? 'everything is in: weeks are published as they close, and each is a record from then on'
      : 'it publishes already: nothing was changed',
  ]);
  return 0;
}
