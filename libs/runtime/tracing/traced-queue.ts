import {
  type Context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { type Telemetry } from 'bullmq';
import { type AsyncLocalStorage } from 'node:async_hooks';

type QueueTracer = Telemetry<Context>['tracer'];
type QueueSpan = ReturnType<QueueTracer['startSpan']>;

/** What BullMQ tells besides is mostly about itself, many times a second, and holds ids and words of failures. */
const told = /^(add|process) (?!sweep\b)(\w[\w-]*)/;

/** Asking for a job and doing it; the second belongs to the first, in whichever process it is done. */
export function tracedQueue(tracer: Tracer, around: AsyncLocalStorage<Context>): Telemetry<Context> {
  return {
    tracer: {
      startSpan: (name, _, parent = around.getStore() ?? ROOT_CONTEXT): QueueSpan => {
        const [, deed, job = ''] = told.exec(name) ?? [];
        if (deed === undefined) return silent;
        const kind = deed === 'add' ? SpanKind.PRODUCER : SpanKind.CONSUMER;
        const span = tracer.startSpan(`${deed} ${job}`, { kind }, parent);
        span.setAttributes({
          'messaging.system': 'bullmq',
          'messaging.destination.name': job,
          'messaging.operation.name': deed,
        });
        return {
          ...silent,
          setSpanOnContext: (context: Context) => trace.setSpan(context, span),
          recordException: () => void span.setStatus({ code: SpanStatusCode.ERROR }),
          end: () => span.end(),
        };
      },
    },
    contextManager: {
      with: (context: Context, work) => around.run(context, work) as never,
      active: () => around.getStore() ?? ROOT_CONTEXT,
      root: () => ROOT_CONTEXT,
      getMetadata: (context: Context) => written(trace.getSpanContext(context)),
      fromMetadata: (context: Context, metadata) => {
        const parent = read(metadata);
        return parent ? trace.setSpanContext(context, parent) : context;
      },
    },
  };
}

const silent: QueueSpan = {
  setSpanOnContext: (context: Context) => context,
  setAttribute: () => undefined,
  setAttributes: () => undefined,
  addEvent: () => undefined,
  recordException: () => undefined,
  end: () => undefined,
};

/** As W3C writes it, and nothing besides. */
const written = (span: SpanContext | undefined): string =>
  span && isSpanContextValid(span) ? `00-${span.traceId}-${span.spanId}-0${span.traceFlags & 1}` : '';

/** Null for what is not written so: it comes out of the queue. */
function read(metadata: string): SpanContext | null {
  const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-0([01])$/.exec(metadata) ?? [];
  if (traceId === undefined || spanId === undefined) return null;
  const span = { traceId, spanId, traceFlags: Number(flags), isRemote: true };
  return isSpanContextValid(span) ? span : null;
}
