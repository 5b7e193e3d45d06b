import { type Command } from 'commander';
import { type Module, modules } from '#domain/declared/modules.js';
import { declareModule } from '#storage/organization/modules.js';
import { organizationBySlug } from '#storage/organization/organization.js';
import { type Installation } from './installation.js';
import { answer, CommandError } from './output.js';

interface ModuleOptions {
  org: string;
  on?: string;
  off?: string;
  declaredOn?: string;
  json?: boolean;
}

type On = <Options>(
  command: (installation: Installation, options: Options) => Promise<number>,
) => (options: Options) => Promise<void>;

/** `essor org modules`. */
export function addModules(organization: Command, on: On, day: (text: string) => string): void {
  organization
    .command('modules')
    .description('modules that are on; personal data needs a declaration for each')
    .requiredOption('--org <slug>', 'organisation')
    .option('--on <names>', 'switch on')
    .option('--off <names>', 'switch off')
    .option('--declared-on <day>', 'when they were declared', day)
    .option('--json', 'machine-readable answer')
    .action(on(setModules));
}

/** Switches modules on (with the day on which they were declared) or off; without either, tells which are on. */
async function setModules(installation: Installation, options: ModuleOptions): Promise<number> {
  const owner = await installation.as('owner');
  const { id, slug, class: kind } = await organizationBySlug(owner, options.org);
  for (const module of named(options.off)) await declareModule(owner, id, null, { module, declaredOn: null });
  for (const module of named(options.on)) {
    const { declaredOn } = options;
    if (!declaredOn)
      throw new CommandError('--on needs --declared-on, the day on which it was declared.', 'missing_option', 2);
    await declareModule(owner, id, null, { module, declaredOn });
  }
  const { modules: declared } = await organizationBySlug(owner, options.org);
  const on = kind === 'personal' ? declared : Object.fromEntries(modules.map((name) => [name, 'always']));
  answer(options.json, { organization: slug, modules: on }, () => {
    const names = Object.entries(on).map(([name, since]) => `${name}  ${since}`);
    return names.length > 0 ? names : ['no module is on'];
  });
  return 0;
}

function named(list: string | undefined): Module[] {
  return (list?.split(',').filter(Boolean) ?? []).map((name) => {
    const module = modules.find((known) => known === name);
    if (module) return module;
    throw new CommandError(`There is no module ${name}; they are ${modules.join(', ')}.`, 'unknown_module', 2);
  });
}
