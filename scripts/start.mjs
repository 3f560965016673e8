// npm start. With an app id: the bot alone, as a server needs it. Without one: the bot on this machine and Microsoft's
// local Teams client beside it, in a browser.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { endWithParent } from "./end-with-parent.mjs";
import { ensureBuild, ensurePackages, loadEnvironmentFile, ROOT, requireNode } from "./ensure.mjs";

requireNode();
endWithParent();
loadEnvironmentFile();
const isServer = (process.env.MicrosoftAppId ?? "").trim() !== "";
ensurePackages({ withDevTools: !isServer });
await ensureBuild();
if (isServer) await import(pathToFileURL(join(ROOT, "dist", "index.js")).href);
else await (await import("./local.mjs")).startLocally();
