/** Telemetry in OpenTelemetry's terms. Knows its API only, so that what exports is chosen elsewhere. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Meter, Span, Tracer } from "@opentelemetry/api";
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { Telemetry } from "./telemetry";

/** A turn whose status is below this went as it should; 4xx are the fault of whoever sent it. */
const SERVER_FAULT = 500;

/**
 * @param stop sends what is not sent yet
 * @returns telemetry whose metrics and spans go to the meter and the tracer
 */
export function openTelemetryWith(meter: Meter, tracer: Tracer, stop: (limit?: number) => Promise<void>): Telemetry {
  const instruments = instrumentsOf(meter);
  const current = new AsyncLocalStorage<Span>();
  const broken = new WeakSet<Span>();
  return {
    async turn(id, run) {
      const started = performance.now();
      const attributes = { "http.request.method": "POST", "url.path": "/api/messages", "region_guide.turn": id };
      const span = tracer.startSpan("POST /api/messages", { kind: SpanKind.SERVER, attributes }, ROOT_CONTEXT);
      const status = await current.run(span, run);
      instruments.turns.record(performance.now() - started, { status });
      span.setAttribute("http.response.status_code", status);
      // Left unset, Azure Monitor would count each 4xx among the failures.
      if (status >= SERVER_FAULT) span.setStatus({ code: SpanStatusCode.ERROR });
      else if (!broken.has(span)) span.setStatus({ code: SpanStatusCode.OK });
      span.end();
    },
    received: (type) => instruments.activities.add(1, { type }),
    decided(kind, by, ms) {
      instruments.decisions.record(ms, { kind, by });
      current.getStore()?.setAttributes({ "region_guide.kind": kind, "region_guide.by": by });
    },
    sent(delivered, ms) {
      instruments.sends.record(ms, { delivered });
      sendSpan(tracer, current.getStore(), delivered, ms);
    },
    resent: () => instruments.resends.add(1),
    stateFailed: () => instruments.stateFailures.add(1),
    failed() {
      instruments.failures.add(1);
      const span = current.getStore();
      if (!span) return;
      broken.add(span);
      span.setStatus({ code: SpanStatusCode.ERROR, message: "no answer could be made" });
    },
    stop,
  };
}

/** Histograms count too: turns, decisions and sends need no counter of their own. */
function instrumentsOf(meter: Meter) {
  return {
    turns: meter.createHistogram("region_guide.turns", { unit: "ms", description: "Requests, by status" }),
    activities: meter.createCounter("region_guide.activities", { description: "Activities let in, by type" }),
    decisions: meter.createHistogram("region_guide.decisions", {
      unit: "ms",
      description: "Questions, by kind of answer",
    }),
    sends: meter.createHistogram("region_guide.sends", { unit: "ms", description: "Replies, by whether they arrived" }),
    resends: meter.createCounter("region_guide.resends", { description: "Replies sent again after 429" }),
    stateFailures: meter.createCounter("region_guide.state_failures", {
      description: "What the store for state could not do in time",
    }),
    failures: meter.createCounter("region_guide.failures", { description: "Answers that could not be made" }),
  };
}

/** Noted once it is over, so that the sender need not know of spans. */
function sendSpan(tracer: Tracer, parent: Span | undefined, delivered: string, ms: number): void {
  const context = parent ? trace.setSpan(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
  const end = Date.now();
  const attributes = { "region_guide.delivered": delivered };
  const span = tracer.startSpan("send reply", { kind: SpanKind.CLIENT, startTime: end - ms, attributes }, context);
  if (delivered !== "yes") span.setStatus({ code: SpanStatusCode.ERROR });
  span.end(end);
}
