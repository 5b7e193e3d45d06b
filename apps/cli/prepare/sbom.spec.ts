import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

jest.setTimeout(60_000);

interface Sbom {
  bomFormat: string;
  specVersion: string;
  metadata: { component: { name: string; version: string } };
  components: {
    name: string;
    version: string;
    purl: string;
    hashes?: { alg: string }[];
    properties?: { name: string }[];
  }[];
}
interface Lock {
  packages: Record<string, { version: string; name?: string; dev?: boolean; optional?: boolean }>;
}

describe('the bill of materials', () => {
  const folder = mkdtempSync(join(tmpdir(), 'essor-sbom-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('lists every package that Essor runs on with its version, and those that the dashboard is built of', () => {
    const path = join(folder, 'sbom.json');
    const module = pathToFileURL(join(process.cwd(), 'apps/cli/prepare/sbom.mjs')).href;
    const script = `await (await import('${module}')).writeSbom(process.argv[1])`;
    execFileSync(process.execPath, ['--input-type=module', '-e', script, path]);
    const sbom = JSON.parse(readFileSync(path, 'utf8')) as Sbom;
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'essor', version } } });
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
    const needed = Object.entries(lock.packages)
      .filter(([place, { dev }]) => place !== '' && !dev)
      .map(([place, { name, version: of }]) => `${name ?? place.split('node_modules/').at(-1)}@${of}`);
    const listed = new Set(sbom.components.map(({ name, version: of }) => `${name}@${of}`));
    expect(needed.length).toBeGreaterThan(200);
    expect(needed.filter((one) => !listed.has(one))).toEqual([]);
    for (const built of ['react', 'recharts', '@mantine/core']) {
      const found = sbom.components.find(({ name }) => name === built);
      expect([built, found?.properties?.map(({ name }) => name)]).toEqual([built, ['cdx:npm:package:development']]);
    }
    expect(sbom.components.every(({ purl }) => purl.startsWith('pkg:npm/'))).toBe(true);
  });
});
