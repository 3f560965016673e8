/**
 * Loads a bundle together with the code that V8 compiled of it when it was built, which saves a third of the start.
 * (Node 22 can keep such code by itself, but only in a folder that it may write to, and Node 20 cannot.)
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { Script } from "node:vm";

/** Another version of Node, or other flags, refuse what was kept and compile anew. */
const keptFor = (bundle: string) => `${bundle}.compiled`;

type Main = { readonly main: () => Promise<void> };

/**
 * @param bundle the path of a CommonJS module that exports `main`, in the wrapper that Node puts around a module (with
 * seven megabytes that would cost a second copy) and in ASCII (of which each letter takes one byte, not two)
 */
export function loadCompiled(bundle: string): Main {
  return run(scriptOf(bundle, kept(bundle)), bundle);
}

/** Loads the bundle, so that all it needs to load is compiled, and keeps that beside it. Called by the build. */
export function keepCompiled(bundle: string): void {
  const script = scriptOf(bundle);
  run(script, bundle);
  writeFileSync(keptFor(bundle), script.createCachedData());
}

function kept(bundle: string): Buffer | undefined {
  return existsSync(keptFor(bundle)) ? readFileSync(keptFor(bundle)) : undefined;
}

function scriptOf(bundle: string, cachedData?: Buffer): Script {
  return new Script(readFileSync(bundle, "latin1"), { filename: bundle, cachedData });
}

/** As Node runs a CommonJS file. */
function run(script: Script, bundle: string): Main {
  const module: { exports: Main } = { exports: { main: () => Promise.reject(new Error(`${bundle} exports no main`)) } };
  script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, dirname(bundle));
  return module.exports;
}
