import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BackupFolder } from './backup-folder.js';
import { backupState } from './backup-state.js';
import { chooseBase } from './restore-files.js';

const first = { name: 'base-20260301T100000Z', stoppedAt: '2026-03-01T10:01:00.000Z' };
const second = { name: 'base-20260308T100000Z', stoppedAt: '2026-03-08T10:01:00.000Z' };

describe('a base whose log is not archived up to its end', () => {
  let box: string;
  beforeEach(() => {
    box = mkdtempSync(join(tmpdir(), 'essor-bases-'));
    json('archive.json', { id: 'ours' });
    json('backup.json', { to: box, id: 'ours' });
  });
  afterEach(() => rmSync(box, { recursive: true, force: true }));

  const json = (path: string, content: unknown) => writeFileSync(join(box, path), JSON.stringify(content));
  function given(bases: (typeof first)[], at: string): BackupFolder {
    for (const { name, stoppedAt } of bases) {
      mkdirSync(join(box, name));
      json(join(name, 'manifest.json'), { stoppedAt });
    }
    json('through.json', { at, position: '0/5000000' });
    return new BackupFolder(box);
  }
  const doctor = () => backupState(box, { now: new Date('2026-03-08T10:02:00Z'), runs: false });

  it('is not restored: the one before is, and the doctor names that one', async () => {
    const folder = given([first, second], '2026-03-08T10:00:50.123456Z');
    expect(await chooseBase(folder, null)).toMatchObject(first);
    expect((await doctor()).detail).toMatch(/^last 2026-03-01 10:01 UTC/);
  });

  it('is restored as soon as its log is', async () => {
    const folder = given([first, second], '2026-03-08T10:01:00.000456Z');
    expect(await chooseBase(folder, null)).toMatchObject(second);
    expect((await doctor()).detail).toMatch(/^last 2026-03-08 10:01 UTC/);
  });

  it('is no backup where it is the only one', async () => {
    const folder = given([second], '2026-03-08T10:00:50.123456Z');
    await expect(chooseBase(folder, null)).rejects.toMatchObject({ code: 'no_backup' });
    expect(await doctor()).toMatchObject({ ok: false, detail: `nothing whole in ${box} yet` });
  });
});
