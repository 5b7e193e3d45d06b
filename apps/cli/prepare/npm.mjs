import { spawn } from 'node:child_process';
import { projectDir } from './project.mjs';

/** The npm that called us, or the one of the machine. */
export function npm() {
  const script = process.env.npm_execpath ?? '';
  if (script.endsWith('npm-cli.js')) return { command: process.execPath, first: [script], shell: false };
  return { command: 'npm', first: [], shell: process.platform === 'win32' };
}

/** What npm writes to stdout, and its exit code; what it says beside that is left out. */
export function askNpm(args) {
  const { command, first, shell } = npm();
  const child = spawn(command, [...first, ...args], { cwd: projectDir, shell, stdio: ['ignore', 'pipe', 'ignore'] });
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: Buffer.concat(output).toString() }));
  });
}
