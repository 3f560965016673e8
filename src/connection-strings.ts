/** What a connection string must look like, so that a wrong one is told at the start and not at the first message. */

/** As the storage library reads it: known parts, each with a value, and either a key, a signature or the emulator. */
export function isStorageConnection(text: string): boolean {
  const parts = text.split(";").filter((part) => part.trim() !== "");
  const fields = new Map(parts.map((part) => [part.split("=")[0]?.trim(), part.slice(part.indexOf("=") + 1).trim()]));
  if (parts.some((part) => !/^\s*\w+=\s*\S/.test(part))) return false;
  if (fields.get("UseDevelopmentStorage") === "true") return true;
  const endpoint = fields.get("BlobEndpoint");
  if (endpoint !== undefined && !URL.canParse(endpoint)) return false;
  if (fields.has("SharedAccessSignature")) return endpoint !== undefined;
  return fields.has("AccountName") && /^[\w+/]+={0,2}$/.test(fields.get("AccountKey") ?? "");
}

/** The ingestion endpoint may be left out. */
export function isInsightsConnection(text: string): boolean {
  const endpoint = /(?:^|;)\s*IngestionEndpoint=([^;]*)/i.exec(text)?.[1]?.trim();
  const hasAddress = endpoint === undefined || (URL.canParse(endpoint) && new URL(endpoint).protocol === "https:");
  return hasAddress && /(^|;)\s*InstrumentationKey=[0-9a-f-]{36}(;|$)/i.test(text);
}
