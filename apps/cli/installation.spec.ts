import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInstallation } from './installation.js';

describe('a folder without an Essor', () => {
  const parent = mkdtempSync(join(tmpdir(), 'essor-none-'));
  const given = process.env.DATABASE_URL;
  beforeAll(() => {
    delete process.env.DATABASE_URL;
  });
  afterAll(() => {
    if (given !== undefined) process.env.DATABASE_URL = given;
    rmSync(parent, { recursive: true });
  });

  it('is refused by what does not begin one, in a sentence that says what to do, and stays as it is', async () => {
    const dataDir = join(parent, 'mistyped');
    const opened = openInstallation({ dataDir, begins: false });
    await expect(opened).rejects.toMatchObject({ code: 'no_installation', exitCode: 2 });
    await expect(opened).rejects.toThrow(/--data-dir/);
    expect(existsSync(dataDir)).toBe(false);
  });
});
