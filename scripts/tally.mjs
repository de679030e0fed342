/**
 * Adds up what .ci/run ran and prints "N passed, N failed". A report that was never written, or that holds no test,
 * counts as a failure: silence is not success.
 */
import fs from 'node:fs';

const [checksFile, jestFile] = process.argv.slice(2);
const counts = [countChecks(checksFile), countTests(jestFile)];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function countChecks(file) {
  const outcomes = Object.values(readReport(file) ?? {});
  const passed = outcomes.filter((outcome) => outcome === 'passed').length;
  return { passed, failed: outcomes.length === 0 ? 1 : outcomes.length - passed };
}

function countTests(file) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1 };
  // A suite that did not load has no tests to fail, so it is counted itself.
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const brokenOtherwise = failed === 0 && (!report.success || report.numPassedTests === 0);
  return { passed: report.numPassedTests, failed: failed + (brokenOtherwise ? 1 : 0) };
}

function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
