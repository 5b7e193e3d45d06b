import { spawn } from 'node:child_process';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';

/** The compiler in Go: the same verdicts in a fifth of the time. */
const tsc = 'ts7/bin/tsc';

/** What must hold for every change; the longest first, because they run side by side. */
const steps = [
  { name: 'lint', script: 'oxlint/bin/oxlint', args: [] },
  { name: 'types of the server', script: tsc, args: ['--noEmit', '-p', 'tsconfig.json'] },
  { name: 'types of the dashboard', script: tsc, args: ['-p', 'apps/dashboard/tsconfig.json'] },
  { name: 'unused code', script: 'knip/bin/knip.js', args: ['--no-progress'] },
  { name: 'known weaknesses', script: '../apps/cli/testing/audit.mjs', args: [], tells: true },
  { name: 'import law', script: '../apps/cli/testing/import-law.mjs', args: [] },
  { name: 'formatting', script: 'oxfmt/bin/oxfmt', args: ['--check'] },
];

// Each of the large ones takes up to about 1 GB.
const sideBySide = Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 1.5e9), 4));

function runStep({ name, script, args, tells }, projectDir) {
  const began = performance.now();
  const child = spawn(process.execPath, [join(projectDir, 'node_modules', script), ...args], { cwd: projectDir });
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const time = ((performance.now() - began) / 1000).toFixed(1).padStart(5);
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${time} s  ${name}`);
      if (code !== 0 || (tells && output.length > 0)) console.log(Buffer.concat(output).toString().trimEnd());
      resolve(code === 0);
    });
  });
}

/** `npm run check`: 0 when types, lint, import law, unused code, formatting and what Essor runs on are all in order. */
export async function check({ projectDir }) {
  const waiting = [...steps];
  let failed = 0;
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) if (!(await runStep(step, projectDir))) failed += 1;
  };
  await Promise.all(Array.from({ length: sideBySide }, lane));
  console.log(failed === 0 ? 'Everything is in order.' : `${failed} of ${steps.length} checks failed.`);
  return failed === 0 ? 0 : 1;
}
