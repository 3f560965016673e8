/** A service file to fill in: every field that an author needs, empty, so that the lint names what is still to do. */

/**
 * @param name Microsoft's official name
 * @returns the id and the text of the file
 */
export function serviceSkeleton(name: string): { readonly id: string; readonly text: string } {
  const id = idOf(name);
  const shortName = withoutParentheses(name).replace(/^(Azure|Microsoft)\s+/i, "");
  const file = { $schema: "../schema/service.schema.json", id, ...fields(name, shortName) };
  return { id, text: `${asBiomeWrites(JSON.stringify(file, null, 2))}\n` };
}

/** Short lists on one line, so that `npm run check` has nothing to say about a file that is just made. */
function asBiomeWrites(json: string): string {
  return json.replace(/\[\n\s+("[^\n]*"),\n\s+("[^\n]*")\n\s+\]/g, "[$1, $2]");
}

/** The official name without what stands in parentheses, lower case with hyphens. */
export function idOf(name: string): string {
  return withoutParentheses(name)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function withoutParentheses(name: string): string {
  return name
    .replace(/\([^)]*\)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * Empty text and null where something must be written: no schema takes either. Empty lists where nothing is right too.
 */
function fields(name: string, shortName: string) {
  return {
    name,
    shortName,
    table: { name, tab: "" },
    kinds: [],
    aliases: [shortName, ""],
    otherTopics: [],
    members: [],
    traits: [],
    worksOn: [],
    verdict: { kind: "", nonpaired: "", paired: "", source: "" },
    capabilities: [capability()],
    designs: [{ name: "", topics: [], summary: "", source: "" }],
    cautions: [{ text: "", source: "" }],
    notCovered: [],
    tiers: [],
    betterTiers: [],
    formerly: [],
    changed: [],
    neighbours: [{ service: "", difference: "" }],
    links: [{ title: "", url: "", dated: "" }],
    sources: { dated: "", checked: "" },
  };
}

function capability() {
  return {
    id: "",
    name: "",
    topics: [],
    tableRow: null,
    paired: null,
    nonpaired: null,
    limits: "",
    summary: "",
    failover: { by: "", text: "" },
    needs: [],
    rpo: "",
    rto: "",
    exceptions: [],
    source: "",
  };
}
