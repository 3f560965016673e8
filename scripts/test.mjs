// npm test and npm run test:e2e: packages and build first, so that both work right after a clone.
// node scripts/test.mjs jest.config.js [what jest takes]
import { ensureBuild, ensurePackages, requireNode, runTool } from "./ensure.mjs";

requireNode();
ensurePackages({ withDevTools: true });
await ensureBuild();
const [config, ...args] = process.argv.slice(2);
process.exitCode = runTool("jest/bin/jest.js", ["--config", config, ...args], { NODE_NO_WARNINGS: "1" });
