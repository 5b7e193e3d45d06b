import { relative } from 'node:path';

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`.padStart(9);

const firstLines = (messages) => messages.join('\n').split('\n').slice(0, 6).join('\n    ');

/**
 * One line a suite with its time, failures in full, then skipped and failed tests by name (the end of a long output is
 * what one sees first), and the count as the very last line.
 */
export default class SummaryReporter {
  constructor(globalConfig) {
    this.rootDir = globalConfig.rootDir;
    this.skipped = [];
    this.failures = [];
  }

  onTestResult(test, result) {
    const path = relative(this.rootDir, test.path);
    const { numPassingTests: passed, numFailingTests: failed, numPendingTests, numTodoTests } = result;
    const skipped = numPendingTests + numTodoTests;
    const bad = failed > 0 || Boolean(result.testExecError);
    const counts = [`${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`].filter(Boolean);
    const time = result.perfStats ? result.perfStats.end - result.perfStats.start : 0;
    console.log(`${bad ? 'FAIL' : 'ok  '} ${seconds(time)}  ${path}  (${counts.join(', ')})`);
    if (bad) this.showFailure(result);
    for (const { status, fullName, failureMessages } of result.testResults) {
      if (['pending', 'todo', 'skipped', 'disabled'].includes(status)) this.skipped.push(`${path}: ${fullName}`);
      if (status === 'failed') this.failures.push(`${path}: ${fullName}\n    ${firstLines(failureMessages)}`);
    }
    if (result.testExecError) this.failures.push(`${path}\n    ${firstLines([result.testExecError.message])}`);
  }

  showFailure(result) {
    for (const { type, message } of result.console ?? []) console.log(`     [${type}] ${message}`);
    console.log(result.failureMessage ?? result.testExecError?.message ?? '');
  }

  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, startTime, numTotalTestSuites } = results;
    console.log(`\n${numTotalTestSuites} suites in ${seconds(Date.now() - startTime).trim()}`);
    if (this.skipped.length > 0) console.log(`Skipped:\n${this.skipped.map((name) => `  ${name}`).join('\n')}`);
    if (this.failures.length > 0) console.log(`Failed:\n${this.failures.map((name) => `  ${name}`).join('\n')}`);
    // A suite that could not even be loaded has no tests to count: it counts as one that failed.
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    const tail = this.skipped.length > 0 ? `, ${this.skipped.length} skipped` : '';
    console.log(`${numPassedTests} passed, ${failed} failed${tail}`);
  }
}
