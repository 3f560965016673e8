/**
 * Reads what the tests ask of a Bicep file: what it declares and what it refers to. Not a compiler, which the workflow
 * "Checks" runs; it finds the slips that a person makes, such as a name that nobody declares.
 */
import { readFileSync } from "node:fs";

export type BicepFile = {
  readonly params: ReadonlyMap<string, { readonly type: string; readonly isOptional: boolean }>;
  readonly resources: readonly { readonly name: string; readonly type: string; readonly isExisting: boolean }[];
  readonly modules: readonly { readonly name: string; readonly path: string; readonly params: readonly string[] }[];
  readonly outputs: ReadonlyMap<string, string>;
  /** Everything declared by name. */
  readonly declared: ReadonlySet<string>;
  /** Every name that an expression begins with. */
  readonly used: ReadonlySet<string>;
  /** Braces and brackets, and parentheses, that are closed minus those that are opened. */
  readonly balance: number;
  readonly text: string;
};

/** Of the language and of its functions, those that our files use. */
const BUILT_IN = new Set(
  "true false null if for in string int bool array object empty resourceGroup uniqueString subscriptionResourceId guid toLower take".split(
    " ",
  ),
);
const DECLARATION = /^(param|var|resource|module|output) (\w+) ?(.*)$/gm;

export function readBicep(path: string): BicepFile {
  const text = readFileSync(path, "utf8");
  const code = withoutWords(text);
  const declarations = [...text.matchAll(DECLARATION)].map(([, kind, name = "", rest = ""]) => ({ kind, name, rest }));
  const of = (kind: string) => declarations.filter((declaration) => declaration.kind === kind);
  return {
    text,
    params: new Map(of("param").map(({ name, rest }) => [name, paramOf(rest)])),
    resources: of("resource").map(({ name, rest }) => ({
      name,
      type: quoted(rest),
      isExisting: / existing =/.test(rest),
    })),
    modules: of("module").map(({ name, rest }) => ({ name, path: quoted(rest), params: moduleParams(text, name) })),
    outputs: new Map(of("output").map(({ name, rest }) => [name, rest.replace(/^\w+ = /, "")])),
    declared: new Set(declarations.filter(({ kind }) => kind !== "output").map(({ name }) => name)),
    used: new Set(namesUsed(code).filter((name) => !BUILT_IN.has(name))),
    balance: count(code, /[{[(]/g) - count(code, /[}\])]/g),
  };
}

function paramOf(rest: string): { type: string; isOptional: boolean } {
  return { type: rest.split(" ")[0] ?? "", isOptional: rest.includes("=") };
}

function quoted(rest: string): string {
  return /'([^']*)'/.exec(rest)?.[1] ?? "";
}

/** The names under `params:` of a module; modules are written with two blanks for each level. */
function moduleParams(text: string, module: string): string[] {
  const body = new RegExp(`^module ${module} [\\s\\S]*?^  params: \\{\n([\\s\\S]*?)^  \\}`, "m").exec(text)?.[1] ?? "";
  return [...body.matchAll(/^ {4}(\w+):/gm)].map(([, name = ""]) => name);
}

/** The code alone: comments gone, strings empty but for what `${}` puts into them. */
function withoutWords(text: string): string {
  return text.replace(/'(?:\\.|[^'\\\n])*'|\/\/[^\n]*/g, (found) => (found.startsWith("//") ? "" : inserted(found)));
}

function inserted(string: string): string {
  return `'${[...string.matchAll(/\$\{([^}]*)\}/g)].map(([, code]) => ` ${code} `).join("")}'`;
}

/** Names that stand for themselves: not the key of a property, not what follows a dot, not a keyword of a declaration. */
function namesUsed(code: string): string[] {
  const expressions = code
    .replace(/^@\w+\(.*\)$/gm, "")
    .replace(/^targetScope.*$/gm, "")
    .replace(/^(param|output) \w+ \w+( = )?/gm, "")
    .replace(/^var \w+ = /gm, "")
    .replace(/^(resource|module) \w+ '[^']*'( existing)? =/gm, "")
    .replace(/'[^']*'\s*:/g, (key) => key.replace(/:/, ""))
    .replace(/\b\w+:/g, "")
    .replace(/\.\w+/g, "");
  return expressions.match(/\b[A-Za-z_]\w*\b/g) ?? [];
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
