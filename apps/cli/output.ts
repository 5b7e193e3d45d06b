import { CommanderError } from 'commander';

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

/** `name=value,name=value` as a record; a value may itself be a list separated by `|`. */
export function pairs(text: string): Record<string, string> {
  const entries = text
    .split(',')
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1 || at === pair.length - 1)
        throw new CommandError(`"${pair}" is not of the form name=value.`, 'bad_pair', 2);
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    });
  return Object.fromEntries(entries) as Record<string, string>;
}
