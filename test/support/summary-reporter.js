// Ends the output of a run with one line that people and scripts can read: "N passed, M failed".

const { writeSync } = require("node:fs");

/** @implements {import("@jest/reporters").Reporter} */
class SummaryReporter {
  /**
   * @param {unknown} _contexts
   * @param {import("@jest/test-result").AggregatedResult} results
   */
  onRunComplete(_contexts, results) {
    // A file that could not even be loaded has no tests that failed, but is a failure.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const line = `${results.numPassedTests} passed, ${failed} failed\n`;
    // Jest's own summary goes to stderr and a word on open handles may follow; this has to be the last line.
    process.once("exit", () => writeSync(1, line));
  }
}

module.exports = SummaryReporter;
