/** Pools of tests that send statements outside of every organisation to see them refused call themselves so. */
const onPurpose = 'essor on purpose';

// A connection that was never within an organisation, and one that was.
const refusal =
  /^.*? \[\d+\] (.*?) ERROR: {2}(?:unrecognized configuration parameter "essor\.organization"|invalid input syntax for type uuid: "")$/;

/**
 * Statements of a log of PostgreSQL that read or wrote tables of organisations outside of any. Whoever sent one may have
 * caught the error and answered as if there were nothing: no test would tell.
 */
export function unscoped(log) {
  const lines = log.split('\n');
  const found = lines.flatMap((line, at) => {
    const sender = refusal.exec(line)?.[1];
    if (sender === undefined || sender === onPurpose) return [];
    const rest = lines.slice(at + 1, at + 60);
    // The lines of a statement after its first begin with a tabulator.
    const end = rest.findIndex((next, n) => n > 0 && !next.startsWith('\t'));
    const statement = rest.slice(0, end < 0 ? rest.length : end).join(' ');
    return [
      `${sender}: ${statement
        .replace(/^.*? STATEMENT: +/, '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 300)}`,
    ];
  });
  return [...new Set(found)];
}
