import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import law from '../../../.dependency-cruiser.mjs';

/** The parts of `root` that the law speaks of. */
const governed = ['apps', 'bench', 'libs', 'migrations'];
const libs = ['connectors', 'contract', 'domain', 'pages', 'pipeline', 'report', 'runtime', 'storage'];

/** Sentences that name each import against the law below `root`. */
async function findViolations(root) {
  process.chdir(root);
  const folders = governed.filter((folder) => existsSync(join(root, folder)));
  const { forbidden, options } = law;
  // The same meaning that package.json gives to #names, but of the sources instead of the build.
  const alias = Object.fromEntries(libs.map((lib) => [`#${lib}`, join(root, 'libs', lib)]));
  alias['#migrations'] = join(root, 'migrations');
  const resolution = {
    alias,
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
    exportsFields: ['exports'],
    conditionNames: ['import', 'require', 'node', 'default', 'types'],
  };
  const { output } = await cruise(folders, { ...options, validate: true, ruleSet: { forbidden } }, resolution);
  return {
    modules: output.summary.totalCruised,
    violations: output.summary.violations.map(({ from, to, rule }) => `${from} must not import ${to} (${rule.name})`),
  };
}

const { modules, violations } = await findViolations(resolve(process.argv[2] ?? '.'));
console.log([...violations, `${modules} modules, ${violations.length} imports against the law`].join('\n'));
process.exitCode = violations.length === 0 ? 0 : 1;
