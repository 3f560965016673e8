/** npm run knowledge:new -- "Azure Something": a service file to fill in. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { serviceSkeleton } from "./service-skeleton";

const USAGE = 'Usage: npm run --silent knowledge:new -- "Azure Something"   (Microsoft\'s official name)';

/** Where the program writes; tests bring their own. */
export type Surroundings = {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly folder: string;
};

/**
 * @param args the words of the name
 * @returns the exit status: 0, or 1 when there is no usable name or the file is there already
 */
export function run(args: readonly string[], { out, error, folder }: Surroundings): number {
  const { id, text } = serviceSkeleton(args.join(" ").trim());
  if (id === "" || args[0]?.startsWith("-")) {
    error(USAGE);
    return 1;
  }
  const file = join(folder, `${id}.json`);
  try {
    writeFileSync(file, text, { flag: "wx" });
  } catch (cause) {
    const isThere = typeof cause === "object" && cause !== null && "code" in cause && cause.code === "EEXIST";
    error(isThere ? `${file} is there already: edit it, or give the new service another name` : String(cause));
    return 1;
  }
  out(nextSteps(id, file));
  return 0;
}

function nextSteps(id: string, file: string): string {
  return `${file} is made. Next:
1. Fill in what is empty; VS Code explains each field. Take out what does not apply: table and tableRow for a service
   that is not in Microsoft's table, limits, rpo, rto, and whole entries of capabilities, designs, cautions, neighbours.
   A service on its way out also has "retired"; knowledge/README.md walks through the rest.
2. npm run --silent knowledge:lint -- ${id}       names what is still to be filled in
3. npm run --silent knowledge:preview -- ${id}    shows the card, and the page and date of each fact
4. Golden questions: four or more in test/questions/tuned/ (knowledge/README.md has one to copy)
5. npm run format, then UPDATE_GOLDEN=1 npm test: help and lists count the new service; read what changed in them`;
}

if (require.main === module) {
  process.exitCode = run(process.argv.slice(2), {
    out: (text) => process.stdout.write(`${text}\n`),
    error: (text) => process.stderr.write(`${text}\n`),
    folder: join("knowledge", "services"),
  });
}
