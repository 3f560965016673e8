// What the unit tests and the browser tests have in common. Types are not checked here but by `npm run check`.
const { join } = require("node:path");

/** @type {import("jest").Config} */
module.exports = {
  rootDir: join(__dirname, "..", ".."),
  testEnvironment: "node",
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: { parser: { syntax: "typescript" }, target: "es2022" },
        module: { type: "commonjs" },
        sourceMaps: "inline",
      },
    ],
  },
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/dist-dev/", "<rootDir>/build/"],
  reporters: ["default", "<rootDir>/test/support/summary-reporter.js"],
};
