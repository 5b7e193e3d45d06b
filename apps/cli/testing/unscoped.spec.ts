import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const line = (sender: string, text: string) => `2026-11-23 03:40:00.131 UTC [29973] ${sender} ${text}`;
const never = 'ERROR:  unrecognized configuration parameter "essor.organization"';
const log = [
  line('essor', 'ERROR:  relation "nothing" does not exist'),
  line('essor', 'STATEMENT:  select from nothing'),
  line('essor read', never),
  line('essor read', 'STATEMENT:  '),
  '\t  select *',
  '\t    from entity',
  line('essor work', 'ERROR:  invalid input syntax for type uuid: ""'),
  line('essor work', 'STATEMENT:  delete from wave'),
  line('essor work', 'ERROR:  invalid input syntax for type uuid: "nonsense"'),
  line('essor work', 'STATEMENT:  select from wave where id = $1'),
  line('essor on purpose', never),
  line('essor on purpose', 'STATEMENT:  select from mandate'),
  line('essor read', never),
  line('essor read', 'STATEMENT:  '),
  '\t  select *',
  '\t    from entity',
].join('\n');

it('tells each statement that was sent outside of every organisation once, but for those of the tests of the wall', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'essor-log-'));
  try {
    const file = join(folder, 'log');
    writeFileSync(file, log);
    const program = `import { readFileSync } from 'node:fs'; import { unscoped } from ${JSON.stringify(join(import.meta.dirname, 'unscoped.mjs'))};
      process.stdout.write(JSON.stringify(unscoped(readFileSync(process.argv[1], 'utf8'))))`;
    const told = execFileSync(process.execPath, ['--input-type=module', '-e', program, file], { encoding: 'utf8' });
    expect(JSON.parse(told)).toEqual(['essor read: select * from entity', 'essor work: delete from wave']);
    expect(readFileSync(file, 'utf8')).toBe(log);
  } finally {
    await rm(folder, { recursive: true });
  }
});
