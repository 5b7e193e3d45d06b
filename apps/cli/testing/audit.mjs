import { askNpm } from '../prepare/npm.mjs';

/** A registry that does not answer must not hold up whoever only wants to know about their own change. */
const patience = ['--fetch-retries=0', '--fetch-timeout=10000'];

/**
 * Known weaknesses, high or worse, of what Essor runs on. Where no registry answers, or one that keeps no advisories, it
 * says that nobody knows, and lets pass.
 */
const { output } = await askNpm(['audit', '--omit=dev', '--audit-level=high', '--json', ...patience]);
const report = parsed(output);
if (report?.metadata?.vulnerabilities) {
  const grave = Object.values(report.vulnerabilities).filter(({ severity }) => /^(high|critical)$/.test(severity));
  for (const { name, severity, range } of grave) console.log(`${name} ${range}: ${severity}`);
  process.exitCode = grave.length > 0 ? 1 : 0;
} else console.log(`Nobody knows: ${report?.message ?? 'npm could not ask a registry'}.`);

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
