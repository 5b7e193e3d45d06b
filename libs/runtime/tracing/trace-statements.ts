import { type Context, type Span, SpanKind, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import { tracingChannel } from 'node:diagnostics_channel';

/** As storage calls it (`traced-client.ts`): neither knows the other. */
const channelName = 'essor.statement';

interface Told {
  sql: string;
  span?: Span;
  error?: unknown;
}

/** Spans of the statements within a request or a job; those of nobody, as when a process starts, are left out. Returns what ends it. */
export function traceStatements(tracer: Tracer, active: () => Context): () => void {
  const channel = tracingChannel<string, Told>(channelName);
  const subscribers = {
    start: (told: Told) => {
      const parent = active();
      if (!trace.getSpan(parent)?.isRecording()) return;
      const text = withoutValues(told.sql);
      told.span = tracer.startSpan(summaryOf(text), { kind: SpanKind.CLIENT }, parent);
      told.span.setAttributes({ 'db.system.name': 'postgresql', 'db.query.text': text.slice(0, most) });
    },
    end: () => undefined,
    asyncStart: () => undefined,
    error: ({ span, error }: Told) => {
      const code = (error as { code?: unknown } | null)?.code;
      if (typeof code === 'string') span?.setAttribute('db.response.status_code', code);
      // Its sentence may quote what somebody sent.
      span?.setStatus({ code: SpanStatusCode.ERROR });
    },
    asyncEnd: ({ span }: Told) => span?.end(),
  };
  channel.subscribe(subscribers);
  return () => channel.unsubscribe(subscribers);
}

const most = 2000;

/** Parameters are never asked for; what stands in the text itself is taken out as well. */
export const withoutValues = (sql: string): string =>
  sql
    .replace(/--.*$/gm, '')
    .replace(/\$(\w*)\$[^]*?\$\1\$|'(?:[^']|'')*'/g, '?')
    .replace(/(?<![\w$])\d+(\.\d+)?\b/g, '?')
    .replace(/\s+/g, ' ')
    .trim();

/** `select published_week`: few enough to be counted by. */
export function summaryOf(sql: string): string {
  const [verb = 'statement'] = /[a-z]+/i.exec(sql) ?? [];
  const table = /\b(?:from|into|update|join)\s+(?:only\s+)?"?([a-z_][\w.]*)/i.exec(sql)?.[1];
  return [verb.toLowerCase(), table].filter(Boolean).join(' ');
}
