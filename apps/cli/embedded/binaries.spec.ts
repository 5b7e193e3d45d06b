import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { canRun, copyBinaries, packagedBinaries, repairLinks } from './binaries.js';

jest.setTimeout(30_000);
const native = packagedBinaries(process.cwd());
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

describe('copyBinaries', () => {
  let box: string;
  beforeAll(() => {
    box = mkdtempSync(join(tmpdir(), 'essor-binaries-'));
    chmodSync(box, 0o711);
  });
  afterAll(() => rmSync(box, { recursive: true, force: true }));

  it('makes one complete copy per version that another user can run, and removes older ones', () => {
    mkdirSync(join(box, 'server-1.0.0', 'native'), { recursive: true });
    const copy = copyBinaries(native, box);
    expect(canRun(copy, nobody)).toBe(true);
    expect(copyBinaries(native, box)).toBe(copy);
    expect(readdirSync(box)).toHaveLength(1);
    expect(readdirSync(copy, { recursive: true }).length).toBe(readdirSync(native, { recursive: true }).length);
  });

  it('runs after an installation without install scripts, which lacks the library links', () => {
    const copy = copyBinaries(native, box);
    const links = JSON.parse(readFileSync(join(copy, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
    for (const { target } of links) unlinkSync(join(dirname(copy), target));
    const [first] = links;
    symlinkSync('nowhere', join(dirname(copy), first?.target ?? ''));
    expect(canRun(copy, nobody)).toBe(false);
    repairLinks(copy);
    expect(canRun(copy, nobody)).toBe(true);
  });
});
