import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare } from './prepare/prepare.mjs';
import * as project from './prepare/project.mjs';

const { PrepareError, projectDir, runToEnd } = project;

/** Suites that draw as many organisations, or send as much, as they are asked to. */
const proven = ['oracle', 'rebuild', 'publish-lags', 'network', 'objector']
  .map((name) => `libs/pipeline/.*${name}.db.spec`)
  .concat(
    'apps/cli/testing/chaos.prove',
    'apps/cli/testing/copies',
    'apps/cli/testing/upgrade',
    'apps/api/stories',
    'apps/api/fuzz',
    'apps/dashboard/testing/walks',
    'apps/dashboard/testing/layout.prove',
    'apps/dashboard/gallery/gallery.prove',
  );

/** Organisations that the attackers of the publication draw: of people, of volumes, groups and ties, of weeks told anew. */
const attacked = ['libs/pipeline/attack', 'libs/pipeline/publication/moved-places'].concat(
  ['contributions', 'disjoint', 'ties', 'tie-matrix'].map((name) => `libs/domain/mask/publish-${name}.spec`),
  'libs/domain/mask/left-over.spec',
);

/** What `npm run` offers beside Essor's own commands; each gets the arguments and answers with its exit code. */
const tasks = {
  attack: {
    parts: ['server'],
    run: async (args) => {
      process.env.ESSOR_ATTACK_RUNS ??= '1000';
      return (await import('./testing/run-tests.mjs')).runTests(args.length > 0 ? args : attacked, project);
    },
  },
  build: {
    parts: ['server', 'dashboard'],
    run: async () => {
      await (await import('./prepare/sbom.mjs')).writeSbom();
      return 0;
    },
  },
  bench: {
    parts: ['server', 'dashboard'],
    run: async (args) => (await runToEnd(process.execPath, ['dist/bench/main.js', ...args])).code,
  },
  // Seeds of two apis and two workers under every fault there is; SEED makes one again, ESSOR_CHAOS_EPISODES draws more.
  // `--controls`: builds that are broken on purpose, which must be noticed; `--failpoints`: every fault at every boundary.
  chaos: {
    parts: ['server'],
    run: async (args) => {
      process.env.ESSOR_PROVE_RUNS ??= '1';
      const forms = ['controls', 'failpoints'].filter((form) => args.includes(`--${form}`));
      const suites = (forms.length > 0 ? forms : ['chaos']).map((form) => `apps/cli/testing/${form}.prove`);
      const rest = args.filter((arg) => !forms.includes(arg.slice(2)));
      return (await import('./testing/run-tests.mjs')).runTests([...suites, ...rest], project);
    },
  },
  check: { parts: [], run: async () => (await import('./testing/check.mjs')).check(project) },
  dev: { parts: ['server'], run: async (args) => (await import('./prepare/dev.mjs')).dev(args) },
  // The same tests at the size that `test` has no time for, and the walks of every person in a browser; ESSOR_PROVE_SEED
  // and ESSOR_PROVE_PATH make one of their organisations again, ESSOR_WALK_PICTURES=<folder> keeps what was seen.
  prove: {
    parts: ['server', 'dashboard'],
    run: async (args) => {
      process.env.ESSOR_PROVE_RUNS ??= '1000';
      process.env.ESSOR_CHAOS_EVENTS ??= '200000';
      process.env.ESSOR_CHAOS_EPISODES ??= '1';
      process.env.ESSOR_FUZZ_REQUESTS ??= '1000000';
      return (await import('./testing/run-tests.mjs')).runTests(args.length > 0 ? args : proven, project);
    },
  },
  test: {
    parts: ['server', 'dashboard'],
    run: async (args) => (await import('./testing/run-tests.mjs')).runTests(args, project),
  },
};

async function runEssor(args) {
  await prepare(args[0] === 'start' ? ['server', 'dashboard'] : ['server']);
  const main = join(projectDir, 'dist', 'apps', 'cli', 'main.js');
  if (!existsSync(main)) throw new PrepareError('The build has no apps/cli/main.js.');
  // In this very process: signals, the terminal and the parent are those of the command itself.
  await import(pathToFileURL(main).href);
}

/** Installs what is missing, builds what is stale, then does what `args` ask for. */
export async function run(args) {
  try {
    const [name, ...rest] = args;
    if (!Object.hasOwn(tasks, name)) return await runEssor(args);
    const task = tasks[name];
    await prepare(task.parts);
    process.exitCode = await task.run(rest);
  } catch (error) {
    if (!(error instanceof PrepareError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
