import { statSync } from 'node:fs';

/** What a suffix says of how long a suite takes, the longest first; larger files first among the same. */
const order = ['.queue.spec.', '.e2e.spec.', '.http.spec.', '.db.spec.', '.spec.'];
const rankOf = (path) => order.findIndex((suffix) => path.includes(suffix));

/**
 * The order of suites. Jest goes by what suites took the last time, which a fresh clone does not know: it would begin a suite
 * of three minutes when everything else is over. This order needs no memory, and is the same everywhere.
 */
export default class LongestFirst {
  sort(tests) {
    const sized = tests.map((test) => ({ test, rank: rankOf(test.path), size: statSync(test.path).size }));
    return sized.sort((a, b) => a.rank - b.rank || b.size - a.size).map(({ test }) => test);
  }

  shard(tests, { shardIndex, shardCount }) {
    return tests.filter((_, place) => place % shardCount === shardIndex - 1);
  }

  /** Nothing is remembered, so that `--onlyFailures` finds nothing to run. */
  allFailedTests() {
    return [];
  }

  cacheResults() {}
}
