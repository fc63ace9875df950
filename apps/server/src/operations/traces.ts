import type { Tracer } from "@opentelemetry/api";

/** Where traces go, and how they end. */
export type Traces = Readonly<{ tracer: Tracer; end: () => Promise<void> }>;

/** Sends OpenTelemetry traces by OTLP over HTTP. What it takes is loaded here alone: where nobody asks for traces, nothing is. */
export async function openTraces(address: string): Promise<Traces> {
  const [{ BasicTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import("@opentelemetry/sdk-trace-base"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/resources"),
    ]);
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ "service.name": "evenspan" }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: address }))],
  });
  return { tracer: provider.getTracer("evenspan"), end: () => provider.shutdown() };
}
