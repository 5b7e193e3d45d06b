import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { PrepareError, projectDir, runToEnd } from './project.mjs';

const modules = join(projectDir, 'node_modules');
// Inside node_modules, which `npm ci` empties first: an interrupted installation has no stamp and is redone.
const stamp = join(modules, '.essor-installed');

const wanted = () =>
  createHash('sha256')
    .update(readFileSync(join(projectDir, 'package-lock.json')))
    .digest('hex');

export function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted();
}

/** Whether npm itself, called by hand, has finished installing exactly what the lock file lists. */
function wasInstalledByHand() {
  try {
    const listed = JSON.parse(readFileSync(join(projectDir, 'package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(listed).every(
      ([path, { version, optional, devOptional }]) =>
        path === '' || present[path]?.version === version || (!present[path] && (optional || devOptional)),
    );
  } catch {
    return false;
  }
}

/** `npx essor` then runs this checkout at once, without asking npm what that name means. */
function linkCommand() {
  const link = join(modules, '.bin', 'essor');
  if (process.platform !== 'win32' && !existsSync(link)) symlinkSync('../../apps/cli/start.mjs', link);
}

/** Installs the packages of the lock file, once per content of that file. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const content = wanted();
  if (!wasInstalledByHand()) {
    // `npm ci` would empty the folder behind the link, on which another checkout runs.
    if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink())
      throw new PrepareError('node_modules links to packages of another checkout, which lack some: remove the link.');
    const began = performance.now();
    console.error('Installing packages; this takes about half a minute ...');
    const { command, first, shell } = npm();
    const args = [...first, 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const { code, errors } = await runToEnd(command, args, { shell });
    if (/ENOSPC/.test(errors))
      throw new PrepareError('The disk is full: make room for the packages (600 MB) and start again.');
    if (code !== 0) throw new PrepareError('The packages could not be installed: npm says why above.');
    console.error(`Installed packages in ${((performance.now() - began) / 1000).toFixed(0)} s.`);
  }
  linkCommand();
  // A new file: written over, the stamp of a checkout whose packages are hard links to these would change with it.
  rmSync(stamp, { force: true });
  writeFileSync(stamp, content);
}
