import { type Telemetry } from 'bullmq';
import { type Settings } from '../settings.js';

/** What an operator follows through the processes; nothing of it names a person (decision 098). */
export interface Tracing {
  /** One request, from here to its end. */
  request(): TracedRequest;
  queue: Telemetry;
  /** Sends what is left. */
  close(): Promise<void>;
}

export interface TracedRequest {
  /** Whatever `work` leads to belongs to it. */
  around(work: () => void): void;
  /** `route` as it is written in the source. */
  end(answer: { method: string; route: string; status: number }): void;
}

export type TracingPlace = Pick<
  Settings,
  'OTEL_EXPORTER_OTLP_ENDPOINT' | 'OTEL_EXPORTER_OTLP_HEADERS' | 'OTEL_SERVICE_NAME' | 'OTEL_TRACES_SAMPLER_ARG'
>;

let current: Tracing | undefined;

/** Before any queue or pool is opened; null, and nothing is loaded, where no collector is set. */
export async function startTracing(place: TracingPlace, role: 'api' | 'worker'): Promise<Tracing | null> {
  if (place.OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return null;
  const { otlpTracing } = await import('./otlp-tracing.js');
  const tracing = otlpTracing(place.OTEL_EXPORTER_OTLP_ENDPOINT, place, role);
  current = tracing;
  return {
    ...tracing,
    close: async () => {
      current = undefined;
      await tracing.close();
    },
  };
}

/** What queues and workers tell of their jobs. */
export const queueTelemetry = (): { telemetry?: Telemetry } => (current ? { telemetry: current.queue } : {});
