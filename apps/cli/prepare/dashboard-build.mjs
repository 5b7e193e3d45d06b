import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { filesBelow, fingerprint, PrepareError, projectDir, runToEnd } from './project.mjs';

const built = 'dist/apps/dashboard/public';
const stamp = join(projectDir, 'dist', 'dashboard-build.txt');
// What the dashboard may import, by the import law.
const folders = ['apps/dashboard', 'libs/contract', 'libs/domain'];

function sourcesNow() {
  const paths = [...folders.flatMap(filesBelow), 'package-lock.json'].filter((path) => !/\.spec\.tsx?$/.test(path));
  const list = paths.map((path) => `${path} ${fingerprint(path)}`).join('\n');
  return createHash('sha256').update(list).digest('hex');
}

export function isDashboardStale() {
  if (!existsSync(join(projectDir, 'apps', 'dashboard', 'index.html'))) return false;
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourcesNow();
}

/** Builds the dashboard into dist/apps/dashboard/public, from where the api serves it, compressed where a browser asks so. */
export async function buildDashboard() {
  const sources = sourcesNow();
  const args = ['build', '--config', 'apps/dashboard/vite.config.ts', '--logLevel', 'warn'];
  const { code, errors } = await runToEnd(process.execPath, [
    join(projectDir, 'node_modules/vite/bin/vite.js'),
    ...args,
  ]);
  if (/ENOSPC/.test(errors)) throw new PrepareError('The disk is full: make room and start again.');
  if (code !== 0) throw new PrepareError('The dashboard could not be built: see above.');
  for (const path of filesBelow(built)) compress(join(projectDir, path));
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
}

/** Beside the file, once for all who will ask for it. Fonts and pictures are compressed already, and small files gain nothing. */
function compress(file) {
  const content = readFileSync(file);
  if (!/\.(js|css|svg|html)$/.test(file) || content.length < 1024) return;
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
}
