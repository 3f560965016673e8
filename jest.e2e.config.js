// Browser tests: one after the other, since they share the ports that `npm start` takes.
/** @type {import("jest").Config} */
module.exports = {
  ...require("./test/support/jest-base.js"),
  testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
  testTimeout: 120_000,
  maxWorkers: 1,
};
