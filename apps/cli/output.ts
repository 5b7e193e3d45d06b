import { CommanderError } from 'commander';
import { pairsOf } from '#domain/files/name-pairs.js';

/** Something the person at the terminal can mend; printed as one sentence, without a stack. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly exitCode = 1,
  ) {
    super(message);
  }
}

/** The code to leave with: 1 = not done, 2 = asked for wrongly, 0 = help or version, which commander throws too. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return error instanceof CommandError ? error.exitCode : 1;
}

/** One answer: as JSON with `--json`, else as the lines given. */
export function answer(json: boolean | undefined, value: unknown, lines: () => string[]): void {
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${lines().join('\n')}\n`);
}

/** `name=value,name=value` as a record; a value may itself be a list separated by `|`, and a comma of it is written `\,`. */
export function pairs(text: string): Record<string, string> {
  const entries = pairsOf(text).map(([name, value]) => [name.trim(), value.trim()] as const);
  for (const [name, value] of entries) {
    if ((name === '') !== (value === ''))
      throw new CommandError(`"${name}=${value}" is not of the form name=value.`, 'bad_pair', 2);
  }
  return Object.fromEntries(entries.filter(([name]) => name !== ''));
}
