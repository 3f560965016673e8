/** Writes knowledge/schema/ anew; run it after a change of src/knowledge/schema.ts (a test says so). */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemas } from "../knowledge/json-schema";
import { ROOT } from "./load-responder";

const folder = join(ROOT, "knowledge", "schema");
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas())) writeFileSync(join(folder, name), text);
