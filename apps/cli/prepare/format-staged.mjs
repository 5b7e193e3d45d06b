import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';

const oxfmt = 'node_modules/oxfmt/bin/oxfmt';
const names = (...args) => execFileSync('git', args, { encoding: 'utf8' }).split('\0').filter(Boolean);
const format = (mode, files) =>
  spawnSync(process.execPath, [oxfmt, mode, '--no-error-on-unmatched-pattern', '--', ...files], {
    stdio: ['inherit', 'ignore', 'inherit'],
  });

/**
 * Formats the staged files and stages them again. Where that would stage more than was asked for (a file staged in
 * part, `git commit -- <paths>`), it only looks, and refuses what is not formatted.
 */
function formatStaged() {
  const staged = names('diff', '--cached', '--name-only', '--diff-filter=ACMR', '-z');
  if (staged.length === 0 || !existsSync(oxfmt)) return 0;
  const partly = new Set(names('diff', '--name-only', '-z'));
  const ownIndex = basename(process.env.GIT_INDEX_FILE ?? 'index') === 'index';
  const whole = ownIndex ? staged.filter((name) => !partly.has(name)) : [];
  const rest = staged.filter((name) => !whole.includes(name));
  if (whole.length > 0) {
    if (format('--write', whole).status !== 0) return 1;
    execFileSync('git', ['add', '--', ...whole]);
  }
  if (rest.length === 0 || format('--check', rest).status === 0) return 0;
  console.error('Format these files first (npx oxfmt <file>), or commit with --no-verify.');
  return 1;
}

process.exitCode = formatStaged();
