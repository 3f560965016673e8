/** What is checked besides the token, cheapest first. */
import type { Config } from "../config";
import { isLoopback } from "../config";
import { type AnyActivity, tenantsOf } from "./activity";
import { Refusal } from "./refusal";
import { isAllowedServiceUrl } from "./service-url";

/** With an app id only Teams comes in: the SDK checks other channels by other rules, or by none. */
const CHANNELS: ReadonlySet<unknown> = new Set(["msteams"]);

const BEARER = /^Bearer [\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * Turns away what cannot be a token before any work is done on it.
 * @returns the Authorization header; empty in local use, where nobody is asked for one
 * @throws Refusal 401
 */
export function checkBearer(header: string | undefined, config: Config): string {
  if (!config.identity) return "";
  if (header === undefined || !BEARER.test(header)) throw new Refusal(401, "no bearer token");
  return header;
}

/** What a browser sends of where a request goes and where it comes from. */
type Senders = { readonly host?: string | undefined; readonly origin?: string | undefined };

/**
 * In local use nobody is asked for a token, so a page in a browser could talk to the bot by a name that leads to
 * loopback; such a request names that page.
 * @throws Refusal 403
 */
export function checkLocal({ host, origin }: Senders, config: Config): void {
  if (config.identity) return;
  if (!isOnLoopback(`http://${host}`)) throw new Refusal(403, "local use, asked for by another name");
  if (origin !== undefined && !isOnLoopback(origin)) throw new Refusal(403, "local use, asked by a page of elsewhere");
}

function isOnLoopback(address: string): boolean {
  return URL.canParse(address) && isLoopback(new URL(address).hostname);
}

/**
 * Turns away channels that are not served, and addresses that the bot's token must not go to.
 * @throws Refusal 403
 */
export function checkAddress(activity: AnyActivity, config: Config): void {
  if (config.identity && !CHANNELS.has(activity.channelId)) throw new Refusal(403, "not a channel that is served");
  const address = activity.serviceUrl ?? "";
  // In local use an activity without a reply needs no address. With an app id the SDK checks it against the token.
  if (address === "" && !config.identity) return;
  if (!isAllowedServiceUrl(address, isLoopback(config.host))) throw new Refusal(403, "serviceUrl is not allowed");
}

/**
 * Turns away people of other tenants; to be asked after the token, which vouches for what the activity says.
 * @throws Refusal 403
 */
export function checkTenant(activity: AnyActivity, config: Config): void {
  const { allowedTenants } = config;
  if (allowedTenants === "any") return;
  const tenants = tenantsOf(activity);
  if (tenants.length > 0 && tenants.every((tenant) => allowedTenants.has(tenant))) return;
  throw new Refusal(403, "not a tenant that is allowed");
}
