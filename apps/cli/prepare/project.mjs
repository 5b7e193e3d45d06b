import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { join, relative, sep } from 'node:path';

/** The folder of package.json. */
export const projectDir = join(import.meta.dirname, '..', '..', '..');

/** Something that keeps Essor from starting, said in one sentence. */
export class PrepareError extends Error {}

/** Paths of all files below a folder of the project, relative to the project, with forward slashes. */
export function filesBelow(folder) {
  try {
    return readdirSync(join(projectDir, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(projectDir, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Changes whenever the file does; cheap enough for every command. */
export function fingerprint(path) {
  const { size, mtimeMs } = statSync(join(projectDir, path));
  return `${size}:${mtimeMs}`;
}

/**
 * Runs a program to its end and gives back its exit code and what it wrote to stderr (which is shown as well).
 * If we are told to stop, so is the program, and we leave with the code that the signal stands for.
 */
export async function runToEnd(command, args, options = {}) {
  const child = spawn(command, args, { cwd: projectDir, stdio: ['ignore', 'inherit', 'pipe'], ...options });
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    process.stderr.write(chunk);
    errors = (errors + chunk).slice(-20_000);
  });
  const stop = (signal) => {
    child.kill(signal);
    child.once('exit', () => process.exit(128 + constants.signals[signal]));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (status) => resolve(status ?? 1));
    });
    return { code, errors };
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
