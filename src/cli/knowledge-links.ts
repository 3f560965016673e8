/** npm run knowledge:links [-- --json] [--base http://127.0.0.1:8080]: asks every address that our files name. */
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type Citation, citationsOf } from "../knowledge/citations";
import { loadKnowledge } from "../knowledge/load";
import { type Asked, askAll, type Network } from "./link-check";

const USAGE = `Usage: npm run --silent knowledge:links -- [--json]
  --json        the result as JSON
  --knowledge   another knowledge folder than ./knowledge
  --base        ask this server instead of each address's own, for trials
Exit status: 0 when none is dead or moved, 2 when one is, 1 when none could be asked.`;

/** Where the program writes, and how it reaches the web; tests bring their own. */
export type Surroundings = {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly network: Network;
};

/** One address that needs a look, and where our files name it. */
type Finding = Exclude<Asked, { kind: "alive" }> & { readonly usedAt: readonly string[] };

/**
 * @param args without node and the program
 * @returns the exit status
 */
export async function run(args: readonly string[], { out, error, network }: Surroundings): Promise<number> {
  try {
    const options = readArguments(args);
    if (options.help) {
      out(USAGE);
      return 0;
    }
    const uses = usesByAddress(citationsOf(loadKnowledge(options.knowledge)), options.base);
    const asked = await askAll([...uses.keys()], network);
    const findings = asked.flatMap((one) =>
      one.kind === "alive" ? [] : [{ ...one, usedAt: uses.get(one.address) ?? [] }],
    );
    out(options.json ? JSON.stringify({ asked: asked.length, findings }, null, 2) : format(asked.length, findings));
    return statusOf(asked);
  } catch (cause) {
    error(cause instanceof Error ? cause.message : String(cause));
    return 1;
  }
}

function readArguments(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false, short: "h" },
      knowledge: { type: "string", default: "knowledge" },
      base: { type: "string" },
    },
  });
  return values;
}

/** Address without its anchor (a server never sees that) → the places in our files that name it. */
function usesByAddress(citations: readonly Citation[], base: string | undefined): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  for (const { address, file, path } of citations) {
    const { origin, pathname, search } = new URL(address);
    const asked = `${base?.replace(/\/$/, "") ?? origin}${pathname}${search}`;
    uses.set(asked, [...(uses.get(asked) ?? []), `${file} at ${path}`]);
  }
  return uses;
}

/** When nothing answers, the network is away; when a few don't, their servers have a bad day: that is no finding. */
function statusOf(asked: readonly Asked[]): number {
  if (asked.some(({ kind }) => kind === "dead" || kind === "moved")) return 2;
  return asked.length > 0 && asked.every(({ kind }) => kind === "unsure") ? 1 : 0;
}

function format(asked: number, findings: readonly Finding[]): string {
  const section = (kind: Finding["kind"], title: string) => {
    const some = findings.filter((finding) => finding.kind === kind);
    return some.length === 0 ? [] : ["", `${some.length} ${title}:`, ...some.map(formatFinding)];
  };
  return [
    `Asked ${asked} addresses: ${asked - findings.length} answer.`,
    ...section("dead", "dead"),
    ...section("moved", "moved"),
    ...section("unsure", "without a clear answer, ask again later"),
  ].join("\n");
}

function formatFinding(finding: Finding): string {
  const what = finding.kind === "moved" ? `is now ${finding.to}` : finding.reason;
  return `  ${finding.address} ${what}\n    ${finding.usedAt.join("\n    ")}`;
}

if (require.main === module) {
  const surroundings: Surroundings = {
    out: (text) => process.stdout.write(`${text}\n`),
    error: (text) => process.stderr.write(`${text}\n`),
    network: { fetch, sleep: (milliseconds) => setTimeout(milliseconds) },
  };
  run(process.argv.slice(2), surroundings).then((status) => {
    process.exitCode = status;
  });
}
