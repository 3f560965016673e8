/** Notices figures that do not arrive: the exporter takes most failures for success, as it may not keep things on the disk. */
import type { AzureMonitorExporterOptions } from "@azure/monitor-opentelemetry-exporter";

type Policy = NonNullable<AzureMonitorExporterOptions["additionalPolicies"]>[number];

/** Milliseconds; an answer that takes longer will not come. */
const ANSWER_LIMIT = 20_000;
/** Milliseconds between two warnings: a place that is down for a day is told 24 times, not 17,000. */
const TELL_EVERY = 3_600_000;

/**
 * Watches what is sent, all tries of one request together.
 * @param onFault told of each request that was refused, failed or got no answer
 */
export function watchSends(onFault: (cause: unknown) => void, limit: number = ANSWER_LIMIT): Policy {
  const policy: Policy["policy"] = {
    name: "told where it fails",
    async sendRequest(request, next) {
      const late = setTimeout(
        () => onFault(new Error(`Application Insights did not answer in ${limit} ms`)),
        limit,
      ).unref();
      try {
        const response = await next(request);
        if (response.status >= 400) onFault(new Error(`Application Insights answered ${response.status}`));
        return response;
      } catch (error) {
        onFault(error);
        throw error;
      } finally {
        clearTimeout(late);
      }
    },
  };
  return { policy, position: "perCall" };
}

/**
 * Thins out warnings.
 * @returns passes on the first, and then no more than one an hour
 */
export function atMostHourly(tell: (cause: unknown) => void, now = () => performance.now()): (cause: unknown) => void {
  let next = Number.NEGATIVE_INFINITY;
  return (cause) => {
    if (now() < next) return;
    next = now() + TELL_EVERY;
    tell(cause);
  };
}
