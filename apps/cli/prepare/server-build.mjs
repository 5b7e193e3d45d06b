import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { filesBelow, fingerprint, PrepareError, projectDir } from './project.mjs';

const folders = ['apps/api', 'apps/cli', 'apps/worker', 'bench', 'libs', 'migrations'];
const manifestFile = join(projectDir, 'dist', 'server-build.json');
// Tests, their fixtures, and what runs without a build.
const notBuilt = /(^|\/)(testing|fixtures)\/|\.spec\.tsx?$|\.d\.ts$|\.(md|mjs)$/;

const outputOf = (source) => join(projectDir, 'dist', source.replace(/\.ts$/, '.js'));

function currentSources() {
  const compiler = `${fingerprint('.swcrc')} ${fingerprint('package-lock.json')}`;
  const paths = folders.flatMap(filesBelow).filter((path) => !notBuilt.test(path));
  return { compiler, files: Object.fromEntries(paths.map((path) => [path, fingerprint(path)])) };
}

function lastBuild() {
  try {
    return JSON.parse(readFileSync(manifestFile, 'utf8'));
  } catch {
    return undefined;
  }
}

function changes() {
  const now = currentSources();
  const last = lastBuild();
  const comparable = last?.compiler === now.compiler;
  const changed = Object.keys(now.files).filter((path) => !comparable || last.files[path] !== now.files[path]);
  const removed = Object.keys(last?.files ?? {}).filter((path) => !(path in now.files));
  return { now, changed, removed, afresh: !last };
}

export function isServerStale() {
  const { changed, removed, afresh } = changes();
  return afresh || changed.length > 0 || removed.length > 0;
}

async function compile(swc, options, source) {
  const output = outputOf(source);
  mkdirSync(dirname(output), { recursive: true });
  if (!source.endsWith('.ts')) return copyFileSync(join(projectDir, source), output);
  const sourceFileName = relative(dirname(output), join(projectDir, source));
  const { code, map } = await swc.transformFile(join(projectDir, source), { ...options, sourceFileName });
  writeFileSync(`${output}.map`, map);
  writeFileSync(output, `${code}\n//# sourceMappingURL=${basename(output)}.map\n`);
}

/** Compiles the changed files into dist, and removes what no longer has a source. */
export async function buildServer() {
  const { now, changed, removed, afresh } = changes();
  if (afresh) for (const folder of folders) rmSync(join(projectDir, 'dist', folder), { recursive: true, force: true });
  for (const source of removed) {
    rmSync(outputOf(source), { force: true });
    rmSync(`${outputOf(source)}.map`, { force: true });
  }
  const { default: swc } = await import('@swc/core');
  const { exclude: _, ...config } = JSON.parse(readFileSync(join(projectDir, '.swcrc'), 'utf8'));
  const results = await Promise.allSettled(
    changed.map((source) => compile(swc, { ...config, swcrc: false, sourceMaps: true }, source)),
  );
  const broken = results.filter(({ status }) => status === 'rejected');
  for (const { reason } of broken) console.error(reason.message ?? reason);
  const outOfRoom = broken.find(({ reason }) => reason.code === 'ENOSPC');
  if (outOfRoom) throw outOfRoom.reason;
  if (broken.length > 0) throw new PrepareError('The server could not be compiled: see above.');
  mkdirSync(dirname(manifestFile), { recursive: true });
  writeFileSync(manifestFile, JSON.stringify(now));
}
