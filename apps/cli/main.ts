import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { createSourceKey, revokeSourceKey } from './access.command.js';
import { addBackups } from './embedded/backup/backup.command.js';
import { addCompare } from './compare.command.js';
import { defaultPeople, type ScenarioName } from './demo/scenario.js';
import { addDiagnostic } from './diagnostic.command.js';
import { addDirectory } from './directory.command.js';
import { doctor } from './doctor.command.js';
import { addGate } from './gate.command.js';
import { addFirstWord } from './first-word.command.js';
import { decideFile } from './held.command.js';
import { addGroups } from './groups.command.js';
import { importFile } from './import.command.js';
import { addImportOptions, type ImportOptions } from './import-options.js';
import { addIndicators } from './indicators.command.js';
import { type Installation, openInstallation } from './installation.js';
import { addJobs } from './jobs.command.js';
import { addModules } from './organization.command.js';
import { addRetention } from './retention.command.js';
import { setVoiceThresholds } from './voice.command.js';
import { addRights } from './rights.command.js';
import { addSettings } from './settings.command.js';
import { exitCodeOf } from './output.js';
import { ProgressBar } from './progress-bar.js';
import { lastSunday, seedDemo } from './seed.js';
import { addSmallestGroup } from './smallest-group.command.js';
import { start, type StartOptions } from './start.command.js';
import { undoFile } from './undo.command.js';
import { addUsers } from './users.command.js';
import { recompute, waitForWork } from './work.command.js';

const whole = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('must be a whole number.');
  return number;
};
const day = (text: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new InvalidArgumentError('must be a day, such as 2026-11-15.');
  return text;
};
const scenario = () =>
  new Option('--scenario <name>', 'which demo').choices(Object.keys(defaultPeople)).default('international');

/** What makes sense where there is nothing yet. Commander gives the command last. */
const mayBegin = (command: unknown): boolean =>
  command instanceof Command &&
  (['seed', 'doctor', 'migrate'].includes(command.name()) ||
    command.parent?.name() === 'user' ||
    command.opts<{ createOrg?: boolean }>().createOrg === true);

/** Runs a command on the installation and leaves with its code. */
const on =
  <Arguments extends unknown[]>(command: (installation: Installation, ...rest: Arguments) => Promise<number>) =>
  async (...rest: Arguments): Promise<void> => {
    const dataDir = program.opts<{ dataDir?: string }>().dataDir;
    const installation = await openInstallation({ ...(dataDir ? { dataDir } : {}), begins: mayBegin(rest.at(-1)) });
    try {
      process.exitCode = await command(installation, ...rest);
    } finally {
      await installation.close();
    }
  };

const program = new Command('essor')
  .description('Tells whether an enterprise social network is really being adopted.')
  .option('--data-dir <folder>', 'where the embedded server keeps its data')
  .showHelpAfterError()
  .exitOverride();

program
  .command('start')
  .description('database, demo, api, worker and dashboard, until stopped')
  .option('--port <number>', 'port of the dashboard (default: PORT, or 3000)', whole)
  .option('--host <address>', 'address to listen on (default: HOST, or 127.0.0.1)')
  .addOption(scenario())
  .option('--people <number>', 'size of the demo', whole)
  .option('--until <day>', 'last day of the demo, a Sunday', day)
  .option('--no-demo', 'start empty')
  .action(async (options: StartOptions) => {
    process.exitCode = await start({ ...options, ...program.opts<{ dataDir?: string }>() });
  });

addImportOptions(program.command('import <kind> <file>'), whole, day).action(
  on((installation, kind: string, file: string, options: ImportOptions) =>
    kind === 'undo'
      ? undoFile(installation, file, options)
      : kind === 'approve' || kind === 'refuse'
        ? decideFile(installation, kind, file, options)
        : importFile(installation, kind, file, options),
  ),
);

program
  .command('seed')
  .description('generate a demo organisation')
  .addOption(scenario())
  .option('--people <number>', 'its size', whole)
  .option('--until <day>', 'its last day, a Sunday', day)
  .action(
    on(async (installation, options: { scenario: ScenarioName; people?: number; until?: string }) => {
      await seedDemo(
        installation,
        { ...options, until: options.until ?? lastSunday(new Date()) },
        { bar: new ProgressBar() },
      );
      return 0;
    }),
  );

const organization = program.command('org').description('settings of an organisation');

addSettings(organization, on);
addGate(organization, on);
addRetention(organization, on);
addSmallestGroup(organization, on);
addFirstWord(organization, on);
addModules(organization, on, day);

organization
  .command('voice')
  .description('from which shares managers are omnipresent in a group; without a share, tells which count')
  .requiredOption('--org <slug>', 'organisation')
  .option('--first-replies <share>', 'of the first replies')
  .option('--voice <share>', 'of posts and comments')
  .option('--weeks <n>', 'of four, in which they write to be present')
  .option('--json', 'machine-readable answer')
  .action(on(setVoiceThresholds));

addGroups(program, on);

program
  .command('recompute')
  .description('rebuild activity, measures and publications')
  .requiredOption('--org <slug>', 'organisation')
  .option('--from <day>', 'first day', day)
  .option('--json', 'machine-readable answer')
  .action(on(recompute));

program
  .command('wait')
  .description('until nothing is left to do; exit code 3 when it takes too long')
  .option('--org <slug>', 'only this organisation')
  .option('--timeout <seconds>', 'how long', whole, 600)
  .option('--json', 'machine-readable answer')
  .action(on(waitForWork));

addIndicators(program, on, day);
addCompare(program, on, day);
addDiagnostic(program, on, day);

addDirectory(program, on);
addRights(program, on);

const keys = program.command('keys').description('write keys of live sources, and the token of an identity provider');
keys
  .command('create')
  .requiredOption('--org <slug>', 'organisation')
  .addOption(new Option('--kind <kind>', 'what it opens').choices(['source', 'scim']).default('source'))
  .option('--source <name>', 'source; made when it does not exist')
  .option('--expires-on <day>', 'the last day on which it opens; without it, until it is revoked')
  .option('--json', 'machine-readable answer')
  .action(on(createSourceKey));
keys
  .command('revoke <prefix>')
  .requiredOption('--org <slug>', 'organisation')
  .option('--json', 'machine-readable answer')
  .action(on(revokeSourceKey));

addUsers(program, on);

addBackups(program, on, whole);
addJobs(program, on);

program
  .command('migrate')
  .description('brings the database to the newest version, as every process does when it starts')
  // Whatever opens an installation has done so.
  .action(on(() => Promise.resolve(0)));

program
  .command('doctor')
  .description('whether everything is as it must be')
  .option('--audit-heads <file>', 'ends of the audit log that were kept elsewhere')
  .option('--json', 'machine-readable answer')
  .action(on(doctor));

try {
  if (process.argv.length > 2) await program.parseAsync();
  else program.outputHelp();
} catch (error) {
  // Whatever carries a code is meant for the reader; the rest is a defect and keeps its stack. Commander has spoken.
  const known = error instanceof Error && 'code' in error;
  if (!(error instanceof CommanderError)) console.error(known ? error.message : error);
  process.exitCode = exitCodeOf(error);
}
