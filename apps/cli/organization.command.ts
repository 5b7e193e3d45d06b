import { execute, rowsOf } from '#storage/database.js';
import { modules, organizationBySlug } from '#storage/organization/organization.js';
import { type Installation } from './installation.js';
import { answer, CommandError } from './output.js';

export interface ModuleOptions {
  org: string;
  on?: string;
  off?: string;
  declaredOn?: string;
  json?: boolean;
}

/** Switches modules on (with the day on which they were declared) or off; without either, tells which are on. */
export async function setModules(installation: Installation, options: ModuleOptions): Promise<number> {
  const owner = await installation.as('owner');
  const { id, slug } = await organizationBySlug(owner, options.org);
  for (const name of named(options.off))
    await execute(owner, `update organization set modules = modules - $2::text where id = $1`, [id, name]);
  for (const name of named(options.on)) {
    if (!options.declaredOn || !/^\d{4}-\d{2}-\d{2}$/.test(options.declaredOn)) {
      throw new CommandError(
        '--on needs --declared-on, the day on which the module was declared.',
        'missing_option',
        2,
      );
    }
    await execute(
      owner,
      `update organization set modules = modules || jsonb_build_object($2::text, $3::text) where id = $1`,
      [id, name, options.declaredOn],
    );
  }
  const [row] = await rowsOf<{ class: string; modules: Record<string, string> }>(
    owner,
    `select class, modules from organization where id = $1`,
    [id],
  );
  const on = row?.class === 'personal' ? row.modules : Object.fromEntries(modules.map((name) => [name, 'always']));
  answer(options.json, { organization: slug, modules: on }, () => {
    const names = Object.entries(on).map(([name, since]) => `${name}  ${since}`);
    return names.length > 0 ? names : ['no module is on'];
  });
  return 0;
}

function named(list: string | undefined): string[] {
  const names = list?.split(',').filter(Boolean) ?? [];
  const unknown = names.find((name) => !(modules as readonly string[]).includes(name));
  if (unknown)
    throw new CommandError(`There is no module ${unknown}; they are ${modules.join(', ')}.`, 'unknown_module', 2);
  return names;
}
