import { organizationBySlug } from '#storage/organization/organization.js';
import { openDatabase } from '#storage/database.js';
import { proveOrganization } from '#pipeline/proof/prove-organization.js';

/**
 * Compares every number stored of an organisation with what the operator's door counts: all cells, populations, weeks
 * and windows. `node dist/bench/proof.js <database url> <organisation>`, as the owner or the worker's role.
 */
const [url, slug] = process.argv.slice(2);
if (!url || !slug) {
  console.error('Usage: node dist/bench/proof.js <database url> <organisation>');
  process.exit(2);
}
const database = await openDatabase(url, { poolSize: 1, name: 'essor proof' });
const { id } = await organizationBySlug(database, slug);
const started = performance.now();
const proof = await proveOrganization(
  database,
  id,
  () => [28, 7, 91, 182, 365],
  (done, total) => process.stderr.write(`\r${done} of ${total} weeks`),
);
await database.destroy();
const seconds = Math.round((performance.now() - started) / 1000);
process.stderr.write('\n');
for (const { where, exact, found } of proof.differences.slice(0, 100))
  console.log(`${where}: counted ${JSON.stringify(exact)}, stored ${JSON.stringify(found)}`);
console.log(
  `${proof.measures} measures and ${proof.publications} published numbers compared in ${seconds} s, ${proof.differences.length} differ`,
);
process.exitCode = proof.differences.length > 0 ? 1 : 0;
