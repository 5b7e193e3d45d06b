import { Command } from 'commander';
import { CommandError, exitCodeOf } from './output.js';

const leave = async (...args: string[]) => {
  const program = new Command('essor').exitOverride().configureOutput({ writeOut: jest.fn(), writeErr: jest.fn() });
  program.command('keys').command('revoke <prefix>').requiredOption('--org <slug>');
  return program.parseAsync(args, { from: 'user' }).then(
    () => 0,
    (error: unknown) => exitCodeOf(error),
  );
};

test.each([
  [2, ['nonsense']],
  [2, ['keys']],
  [2, ['keys', 'revoke']],
  [2, ['keys', 'revoke', 'ab12', '--orc', 'acme']],
  [2, ['keys', 'revoke', 'ab12']],
  [0, ['--help']],
  [0, ['keys', '--help']],
])('leaves with %i after %j', async (code, args) => {
  expect(await leave(...args)).toBe(code);
});

test('what fails is not done, unless it was asked for wrongly', () => {
  expect(exitCodeOf(new CommandError('no', 'unknown_key'))).toBe(1);
  expect(exitCodeOf(new CommandError('no', 'bad_pair', 2))).toBe(2);
  expect(exitCodeOf(new Error('defect'))).toBe(1);
});
