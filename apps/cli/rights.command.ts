import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { writeRecord } from '#domain/rights/person-record.js';
import { type Language } from '#domain/sentences/language.js';
import { documentPdf } from '#report/document-pdf.js';
import { rightsLedgerPath } from '#runtime/settings.js';
import { organizationBySlug } from '#storage/organization/organization.js';
import { leaveOut, replay, withdrawObjection } from '#storage/rights/leave-out.js';
import { readPerson } from '#storage/rights/person-record.js';
import { RightsLedger } from '#storage/rights/rights-ledger.js';
import { type Installation } from './installation.js';
import { answer, CommandError } from './output.js';

interface Options {
  org: string;
  person: string;
  json?: boolean;
}

interface ExportOptions extends Options {
  to: string;
  language: Language;
}

type On = <Given>(
  command: (installation: Installation, options: Given) => Promise<number>,
) => (options: Given) => Promise<void>;

/** `essor rights …`: what a person may ask for. Each is in the audit log, without the name. */
export function addRights(program: Command, on: On): void {
  const rights = program.command('rights').description('what a person may ask for: access, objection, erasure');
  const command = (name: string, about: string) =>
    rights
      .command(name)
      .description(about)
      .requiredOption('--org <slug>', 'organisation')
      .requiredOption('--person <identifier>', 'their key in the directory, an address, or another name of theirs')
      .option('--json', 'machine-readable answer');
  command('export', 'everything that is stored about them, as JSON and as PDF')
    .option('--to <folder>', 'where the two files go', '.')
    .addOption(new Option('--language <language>', 'of the PDF').choices(['fr', 'en']).default('fr'))
    .action(on(exportPerson));
  command('object', 'takes them out of every count, until they say otherwise').action(on(leave('objection')));
  command('withdraw', 'their objection: the next files bring them back').action(on(withdraw));
  command('erase', 'everything of them, for good').action(on(leave('erasure')));
  rights
    .command('replay')
    .description('does again what the ledger says, as after a backup was put back; every start does it too')
    .option('--json', 'machine-readable answer')
    .action(on(replayLedger));
}

export const ledgerOf = ({ settings }: Installation) => new RightsLedger(resolve(rightsLedgerPath(settings)));

async function exportPerson(installation: Installation, options: ExportOptions): Promise<number> {
  const pool = await installation.as('rights');
  const { id } = await organizationBySlug(await installation.as('owner'), options.org);
  const request = { identifier: options.person, accountId: null, now: new Date() };
  const record = await readPerson(pool, id, request);
  if (record === null) throw new CommandError('Nothing is stored about anybody of that name.', 'unknown_person');
  const files = ['json', 'pdf'].map((kind) => join(options.to, `${options.org}-person-${record.on}.${kind}`));
  const [json = '', pdf = ''] = files;
  await writeFile(json, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  await writeFile(pdf, await documentPdf(writeRecord(record, options.language), options.language), { mode: 0o600 });
  answer(options.json, { files }, () => files);
  return 0;
}

function leave(reason: 'erasure' | 'objection') {
  return async (installation: Installation, options: Options): Promise<number> => {
    const pool = await installation.as('rights');
    const { id } = await organizationBySlug(await installation.as('owner'), options.org);
    const request = { identifier: options.person, reason, accountId: null };
    const done = await leaveOut(pool, id, request, ledgerOf(installation));
    const { request: number, known, hasAccount } = done;
    answer(options.json, { number, known, hasAccount }, () => [
      `request ${number}`,
      known ? 'everything of them is gone' : 'nothing was stored under that name, nor will be',
      ...(hasAccount ? ['there is also an account of Essor: remove it with `essor user`'] : []),
    ]);
    return 0;
  };
}

async function withdraw(installation: Installation, options: Options): Promise<number> {
  const pool = await installation.as('rights');
  const { id } = await organizationBySlug(await installation.as('owner'), options.org);
  const request = { identifier: options.person, accountId: null };
  const withdrawn = await withdrawObjection(pool, id, request, ledgerOf(installation));
  if (!withdrawn) throw new CommandError('Nobody of that name had objected.', 'no_objection');
  answer(options.json, { withdrawn }, () => ['withdrawn: the next files and events count again']);
  return 0;
}

async function replayLedger(installation: Installation, { json }: { json?: boolean }): Promise<number> {
  const ledger = ledgerOf(installation);
  const done = await replay(await installation.as('rights'), await ledger.read());
  answer(json, { done }, () => [`${done} requests of ${ledger.path} were done again`]);
  return 0;
}
