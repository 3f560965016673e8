/** The telemetry that the settings ask for. */
import { NO_TELEMETRY, type Telemetry } from "./telemetry";

/**
 * @param connectionString of Application Insights; without one nothing is measured and no library is loaded
 * @param onFault told when figures could not be sent, at most once an hour
 */
export async function openTelemetry(
  connectionString: string | undefined,
  onFault: (cause: unknown) => void,
): Promise<Telemetry> {
  if (connectionString === undefined) return NO_TELEMETRY;
  const { azureMonitor } = await import("./azure-monitor.js");
  return azureMonitor({ connectionString }, onFault);
}
