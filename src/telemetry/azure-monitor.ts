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

const NAME = "region-guide";

/** Milliseconds. An alert looks every five minutes. */
const EXPORT_EVERY = 60_000;
/** Milliseconds. A server that stops has ten seconds, most of them for its turns. */
const STOP_LIMIT = 3_000;

/**
 * @param options the connection string, and in tests how requests are sent
 * @param onFault told when figures could not be sent at the end; the bot runs on without them
 */
export function azureMonitor(options: AzureMonitorExporterOptions, onFault: (cause: unknown) => void): Telemetry {
  // The exporter would report to Microsoft how it is used; it can be told not to only so.
  process.env["APPLICATION_INSIGHTS_NO_STATSBEAT"] ??= "true";
  // Nothing is kept on the disk, which may be read-only; what cannot be sent is lost, and that is the smaller harm.
  const exporter = { ...options, disableOfflineStorage: true };
  const resource = resourceFromAttributes({ "service.name": NAME });
  const reader = new PeriodicExportingMetricReader({
    exporter: new AzureMonitorMetricExporter(exporter),
    exportIntervalMillis: EXPORT_EVERY,
  });
  const meters = new MeterProvider({ resource, readers: [reader] });
  const spanProcessors = [new BatchSpanProcessor(new AzureMonitorTraceExporter(exporter))];
  const tracers = new BasicTracerProvider({ resource, spanProcessors });
  const flush = () => Promise.all([meters.shutdown({ timeoutMillis: STOP_LIMIT }), tracers.shutdown()]);
  return openTelemetryWith(meters.getMeter(NAME), tracers.getTracer(NAME), () => inTime(flush(), onFault));
}

async function inTime(work: Promise<unknown>, onFault: (cause: unknown) => void): Promise<void> {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`telemetry was not sent in ${STOP_LIMIT} ms`)), STOP_LIMIT).unref();
  });
  await Promise.race([work, late]).catch(onFault);
}
