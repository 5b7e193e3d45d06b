import { type Command, Option } from 'commander';
import { checkOf, checksOf, signalsOf } from '#domain/diagnostic/catalogue.js';
import { type Diagnosis, diagnose } from '#domain/diagnostic/diagnosis.js';
import { type Verdict } from '#domain/diagnostic/judge.js';
import { type Declared, type Scope, scopeFacts } from '#domain/diagnostic/scope.js';
import { questionOf } from '#domain/diagnostic/signal.js';
import { say } from '#domain/sentences/say.js';
import { organizationBySlug } from '#storage/organization/organization.js';
import { dayOf, DiagnosticReader, type DiagnosticRead } from '#storage/publication/diagnostic-reader.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { type Installation } from './installation.js';
import { answer } from './output.js';

interface DiagnosticOptions {
  org: string;
  by: 'organisation' | 'entity' | 'wave';
  week?: string;
  json?: boolean;
}

type Run = (
  command: (installation: Installation, options: DiagnosticOptions) => Promise<number>,
) => (options: DiagnosticOptions) => Promise<void>;

/** Adds `essor diagnostic`. */
export function addDiagnostic(program: Command, run: Run, day: (text: string) => string): void {
  program
    .command('diagnostic')
    .description('ten errors, four pillars, six actions: verdicts with their evidence and what to ask next')
    .requiredOption('--org <slug>', 'organisation')
    .addOption(
      new Option('--by <slicing>', 'one diagnostic for each')
        .choices(['organisation', 'entity', 'wave'])
        .default('organisation'),
    )
    .option('--week <sunday>', 'as of this week', day)
    .option('--json', 'machine-readable answer')
    .action(run(readDiagnostic));
}

/** The verdicts of the whole, of each wave or of each place, from published values and declared facts. */
async function readDiagnostic(installation: Installation, { org, by, week, json }: DiagnosticOptions): Promise<number> {
  const organization = await organizationBySlug(await installation.as('work'), org);
  const reader = new DiagnosticReader(await installation.as('read'), await installation.as('app'));
  const { published, declared } = await withinOrganization(organization.id, async () => {
    const published = await reader.published(organization, by === 'entity' ? 'all' : [], week);
    return { published, declared: await reader.declared(organization, published.board, week) };
  });
  const found = scopesOf(published, by, org).map(({ scope, name }) => resultOf(scope, name, published, declared));
  answer(json, { week: published.board.week, by, diagnostics: found.map(({ result }) => result) }, () =>
    by === 'organisation' ? found.flatMap(({ diagnosis }) => linesOf(diagnosis)) : found.map(({ line }) => line),
  );
  return 0;
}

function scopesOf(
  { board }: DiagnosticRead,
  by: DiagnosticOptions['by'],
  org: string,
): { scope: Scope; name: string }[] {
  if (by === 'organisation') return [{ scope: { kind: by }, name: org }];
  if (by === 'wave') return board.waves.map(({ key, name }) => ({ scope: { kind: by, key }, name }));
  const places = board.week === null ? [] : board.publication.tree(board.week).places;
  return places.filter(({ parent }) => parent !== null).map(({ key, name }) => ({ scope: { kind: by, key }, name }));
}

function resultOf(scope: Scope, name: string, published: DiagnosticRead, declared: Declared) {
  const diagnosis = diagnose(scopeFacts(scope, published, declared, dayOf(published.board)));
  const { sentence, ask, counts, verdicts } = diagnosis;
  const said = { fr: say(sentence, 'fr'), en: say(sentence, 'en') };
  const key = scope.kind === 'organisation' ? name : scope.key;
  const errors = checksOf('error').map((check) => {
    const light = verdicts.find((verdict) => verdict.check === check)?.light ?? 'unknown';
    return `${check} ${light}`;
  });
  return {
    result: { scope: scope.kind, key, name, sentence: said, ask, counts, verdicts },
    line: `${key.padEnd(24)} ${errors.join('  ')}`,
    diagnosis,
  };
}

function linesOf({ sentence, ask, verdicts }: Diagnosis): string[] {
  const question = ask && questionIn(verdicts, ask);
  return [say(sentence, 'en'), ...(question ? [`Ask first: ${question}`] : []), '', ...verdicts.map(verdictLine)];
}

function questionIn(verdicts: readonly Verdict[], { check, signal }: NonNullable<Diagnosis['ask']>): string | null {
  const finding = verdicts.find((one) => one.check === check)?.findings.find((one) => one.signal === signal);
  const asked = signalsOf(checkOf(check)).find(({ key }) => key === signal);
  return asked && finding ? questionOf(asked, finding).en : null;
}

function verdictLine({ check, light, origin, confidence, available, wanted }: Verdict): string {
  const columns = [check.padEnd(4), light.padEnd(8), (origin ?? '–').padEnd(9), (confidence ?? '–').padEnd(7)];
  return `${columns.join(' ')} ${`${available}/${wanted}`.padEnd(5)} ${checkOf(check).title.en}`;
}
