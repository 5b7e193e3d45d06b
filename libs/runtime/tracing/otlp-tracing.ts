import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { AsyncLocalStorage } from 'node:async_hooks';
import { traceStatements } from './trace-statements.js';
import { tracedQueue } from './traced-queue.js';
import { type TracedRequest, type Tracing, type TracingPlace } from './tracing.js';

/** Traces to a collector. Spans are told by what the source says of them: templates, names and codes, never by what was sent. */
export function otlpTracing(endpoint: string, place: TracingPlace, role: 'api' | 'worker'): Tracing {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    headers: place.OTEL_EXPORTER_OTLP_HEADERS ?? {},
  });
  const provider = new TracerProvider({
    // Nothing is found out about this machine.
    resource: resourceFromAttributes({ 'service.name': `${place.OTEL_SERVICE_NAME}-${role}` }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(place.OTEL_TRACES_SAMPLER_ARG) }),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: 1000 })],
  });
  const tracer = provider.getTracer('essor');
  const around = new AsyncLocalStorage<Context>();
  const active = () => around.getStore() ?? ROOT_CONTEXT;
  const endStatements = traceStatements(tracer, active);

  return {
    request: (): TracedRequest => {
      // Whoever asks from outside does not name our traces, nor put anything into them.
      const span = tracer.startSpan('request', { kind: SpanKind.SERVER }, ROOT_CONTEXT);
      const within = trace.setSpan(ROOT_CONTEXT, span);
      return {
        around: (work) => around.run(within, work),
        end: ({ method, route, status }) => {
          span.updateName(`${method} ${route}`);
          span.setAttributes({
            'http.request.method': method,
            'http.route': route,
            'http.response.status_code': status,
          });
          if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    queue: tracedQueue(tracer, around),
    close: async () => {
      endStatements();
      await provider.shutdown().catch(() => undefined);
    },
  };
}
