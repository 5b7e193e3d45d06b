import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function findProjectDir(from: string): string {
  for (let dir = from; ; dir = dirname(dir)) {
    const manifest = join(dir, 'package.json');
    if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'essor')
      return dir;
    if (dirname(dir) === dir) return process.cwd();
  }
}

/** The folder of package.json, wherever the compiled file lies below it. */
export const projectDir = findProjectDir(import.meta.dirname);
