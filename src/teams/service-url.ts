/** Where replies may go. The address comes in with each activity, and the bot's token goes out to it. */
import { isLoopback } from "../config";

/**
 * Exact names: anybody can register a name under trafficmanager.net, so a rule on endings would hand out the token.
 * Teams, then Bot Framework's own hosts.
 */
const HOSTS: ReadonlySet<string> = new Set([
  "smba.trafficmanager.net",
  "api.botframework.com",
  "directline.botframework.com",
  "europe.directline.botframework.com",
  "india.directline.botframework.com",
  "webchat.botframework.com",
]);

/**
 * Whether the bot may reply there.
 * @param address the `serviceUrl` of an activity
 * @param loopback whether this machine itself is allowed: only where the bot is bound to it
 */
export function isAllowedServiceUrl(address: string, loopback: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username || url.password || url.search || url.hash) return false;
  if (loopback && isLoopback(url.hostname)) return url.protocol === "http:" || url.protocol === "https:";
  return url.protocol === "https:" && url.port === "" && HOSTS.has(url.hostname);
}
