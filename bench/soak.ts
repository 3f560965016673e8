/**
 * npm run soak                    ten minutes of every kind of traffic; everything on loopback
 * npm run soak -- --short         half a minute, for checks of a change
 * npm run soak -- --fuzz 100000   that many activities made by mutation instead
 * Ends with a status other than 0 where a bound is broken.
 */
import { parseArgs } from "node:util";
import { startSite } from "./soak/bot";
import { fuzz } from "./soak/fuzz";
import { restart } from "./soak/restart";
import { LONG, SHORT, soak } from "./soak/soak";

const { values } = parseArgs({ options: { short: { type: "boolean", default: false }, fuzz: { type: "string" } } });

async function main(): Promise<boolean> {
  const site = await startSite();
  try {
    if (values.fuzz !== undefined) return await fuzz(site, Number(values.fuzz));
    const steady = await soak(site, values.short ? SHORT : LONG);
    return (await restart(site)) && steady;
  } finally {
    await site.stop();
  }
}

main().then((kept) => {
  console.log(kept ? "\nAll bounds kept." : "\nBounds were broken, see above.");
  process.exit(kept ? 0 : 1);
});
