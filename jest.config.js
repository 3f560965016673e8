// Unit tests: everything under test/ but the browser tests, which `npm run test:e2e` runs.
/** @type {import("jest").Config} */
module.exports = {
  ...require("./test/support/jest-base.js"),
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/e2e/"],
};
