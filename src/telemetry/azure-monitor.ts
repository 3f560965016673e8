/**
 * Telemetry to Azure Monitor. Its libraries take some 200 ms and 13 MB to load, so open.ts loads this only if asked.
 * The exporter stays at 1.0.0-beta.42: later ones need Node 22 and ask Microsoft for settings of their own.
 */
import {
  type AzureMonitorExporterOptions,
  AzureMonitorMetricExporter,
  AzureMonitorTraceExporter,
} from "@azure/monitor-opentelemetry-exporter";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { BasicTracerProvider, BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { openTelemetryWith } from "./opentelemetry";
import type { Telemetry } from "./telemetry";
import { atMostHourly, watchSends } from "./watched-export";

const NAME = "region-guide";

/** Milliseconds. An alert looks every five minutes. */
const EXPORT_EVERY = 60_000;
/** Milliseconds at the end, if the turns that were running left as much. */
const STOP_LIMIT = 3_000;

/**
 * @param options the connection string, and in tests how requests are sent
 * @param tell told when figures could not be sent, at most once an hour; the bot runs on without them
 */
export function azureMonitor(options: AzureMonitorExporterOptions, tell: (cause: unknown) => void): Telemetry {
  const onFault = atMostHourly(tell);
  // The exporter would report to Microsoft how it is used; it can be told not to only so.
  process.env["APPLICATION_INSIGHTS_NO_STATSBEAT"] ??= "true";
  // Nothing is kept on the disk, which may be read-only; what cannot be sent is lost, and that is the smaller harm.
  const exporter = { ...options, disableOfflineStorage: true, additionalPolicies: [watchSends(onFault)] };
  const resource = resourceFromAttributes({ "service.name": NAME });
  const reader = new PeriodicExportingMetricReader({
    exporter: new AzureMonitorMetricExporter(exporter),
    exportIntervalMillis: EXPORT_EVERY,
  });
  const meters = new MeterProvider({ resource, readers: [reader] });
  const spanProcessors = [new BatchSpanProcessor(new AzureMonitorTraceExporter(exporter))];
  const tracers = new BasicTracerProvider({ resource, spanProcessors });
  const flush = (limit: number) => Promise.all([meters.shutdown({ timeoutMillis: limit }), tracers.shutdown()]);
  return openTelemetryWith(meters.getMeter(NAME), tracers.getTracer(NAME), (left = STOP_LIMIT) => {
    const limit = Math.max(Math.min(left, STOP_LIMIT), 1);
    return inTime(flush(limit), limit, onFault);
  });
}

async function inTime(work: Promise<unknown>, limit: number, onFault: (cause: unknown) => void): Promise<void> {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`telemetry was not sent in ${limit} ms`)), limit).unref();
  });
  await Promise.race([work, late]).catch(onFault);
}
