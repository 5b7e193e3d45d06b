import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Company } from '../kills/company.js';
import { projectDir, secret } from '../kills/doomed-essor.js';
import { type FoundCompany } from '../kills/found-company.js';

export interface ReleaseBefore {
  commit: string;
  dist: string;
}

/** Who may see what the pages show, as the release before made them. */
export const reader = { email: 'reader@upgrade.example', password: '' };

const git = (...args: string[]) => {
  const { status, stdout } = spawnSync('git', args, { cwd: projectDir, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
};

/** ESSOR_BEFORE, or the last commit that lacks the newest migration; null where there is no history to take it from. */
export function commitBefore(): string | null {
  const migrated = git('log', '-1', '--format=%H', '--diff-filter=A', '--', 'migrations/[0-9]*.ts');
  const asked = process.env.ESSOR_BEFORE ?? (migrated && `${migrated}^`);
  return (asked && git('rev-parse', '--verify', '--quiet', `${asked}^{commit}`)) || null;
}

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}
const asked = (folder: string) => {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  return { ...manifest.dependencies, ...manifest.devDependencies };
};

/** Each package that it asks for lies here in the same version; what came since does not disturb it. */
function runsOnOurPackages(folder: string): boolean {
  const ours = asked(projectDir);
  return Object.entries(asked(folder)).every(([name, version]) => ours[name] === version);
}

/** The release before, taken from the history and built in a folder of its own. */
export function buildBefore(commit: string, folder: string): ReleaseBefore {
  mkdirSync(folder, { recursive: true });
  const packed = execFileSync('git', ['archive', commit], { cwd: projectDir, maxBuffer: 1 << 30 });
  execFileSync('tar', ['-x', '-C', folder], { input: packed });
  if (runsOnOurPackages(folder)) symlinkSync(join(projectDir, 'node_modules'), join(folder, 'node_modules'));
  else execFileSync('npm', ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
  const build = `await (await import('./apps/cli/prepare/server-build.mjs')).buildServer()`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', build], { cwd: folder });
  const dist = join(folder, 'dist');
  if (!existsSync(join(dist, 'apps', 'api', 'main.js'))) throw new Error(`${commit} was not built`);
  return { commit, dist };
}

/** A command of one release. Throws with what it said. */
export function essor(dist: string, env: Record<string, string>, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(dist, 'apps', 'cli', 'main.js'), ...args], {
    ...{ cwd: join(dist, '..'), encoding: 'utf8', env: { ...process.env, ...env } },
  });
  if (status !== 0) throw new Error(`essor ${args.join(' ')} ended with ${status}: ${stderr || stdout}`);
  return stdout;
}

/** By its own commands alone: what this release writes may be more than the one before can hold. */
export function foundBy({ dist }: ReleaseBefore, databaseUrl: string, companies: readonly Company[]): FoundCompany[] {
  const folder = join(dist, '..');
  const told = (...args: string[]) =>
    JSON.parse(essor(dist, { DATABASE_URL: databaseUrl, APP_SECRET: secret }, ...args, '--json')) as {
      key: string;
      password: string;
    };
  reader.password = told('user', 'create', '--email', reader.email, '--role', 'admin').password;
  return companies.map((company) => {
    const org = ['--org', company.slug];
    for (const [kind, text] of Object.entries(company.directoryFiles())) {
      const file = join(folder, `${company.slug}-${kind}.csv`);
      writeFileSync(file, text);
      const made = ['--create-org', '--class', 'synthetic', '--timezone', 'UTC', '--name', company.slug];
      told('import', kind, file, ...org, ...(kind === 'entities' ? made : []));
    }
    const { key } = told('keys', 'create', ...org, '--source', 'client');
    return { company, organizationId: '', key };
  });
}
