import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

/** A server that is away must not hold up what the process itself knows. */
const patience = 2000;
/** Readers ask every few seconds, and several may: the database is asked less often. */
const keptFor = 15_000;

/** `label value, …, number`: one line of a gauge. */
export type Reading = [labels: Record<string, string>, value: number];

/** What one process tells Prometheus: whatever concerns people is a figure about an organisation, never about anybody. */
export class Metrics {
  readonly registry = new Registry();
  private readonly unanswered: Counter<'metric'>;

  constructor(role: 'api' | 'worker') {
    this.registry.setDefaultLabels({ role });
    this.unanswered = new Counter({
      name: 'essor_metrics_unanswered_total',
      help: 'Times that a figure could not be read, because what knows it did not answer.',
      labelNames: ['metric'],
      registers: [this.registry],
    });
  }

  /** Memory, processor and event loop of the process. */
  tellProcess(): this {
    collectDefaultMetrics({ register: this.registry });
    return this;
  }

  /** A gauge that is read when it is asked for, from what may be away: then it is silent, and that is counted. */
  gauge(
    { name, help, labels }: { name: string; help: string; labels: string[] },
    read: () => Reading[] | Promise<Reading[]>,
  ): void {
    const { unanswered } = this;
    new Gauge({
      ...{ name, help, labelNames: labels, registers: [this.registry] },
      async collect() {
        this.reset();
        try {
          for (const [line, value] of await within(patience, read())) this.set(line, value);
        } catch {
          unanswered.inc({ metric: name });
        }
      },
    });
  }
}

/** Several gauges may share one question, and several readers one answer. */
export function kept<T>(ask: () => Promise<T>, milliseconds = keptFor): () => Promise<T> {
  let answer: Promise<T> | undefined;
  let until = 0;
  return () => {
    if (answer && performance.now() < until) return answer;
    until = performance.now() + milliseconds;
    answer = ask();
    answer.catch(() => (answer = undefined));
    return answer;
  };
}

async function within<T>(milliseconds: number, work: T | Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), milliseconds);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}
