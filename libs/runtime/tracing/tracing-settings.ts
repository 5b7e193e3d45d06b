import { z } from 'zod';

/** `name=value,…`, each value written as in an address, as OpenTelemetry defines it. */
const headers = z
  .string()
  .transform((text) => text.split(',').map((pair) => pair.split(/=(.*)/s, 2).map((part) => part.trim())))
  .refine((pairs) => pairs.every(([name, value]) => name && value && isWritten(value)), 'must look like name=value,…')
  .transform((pairs): Record<string, string> =>
    Object.fromEntries(pairs.map(([name = '', value = '']) => [name, decodeURIComponent(value)])),
  );

function isWritten(value: string): boolean {
  try {
    return decodeURIComponent(value).length > 0;
  } catch {
    return false;
  }
}

/** Where traces go, by the names that OpenTelemetry gives everywhere. */
export const tracingSettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must look like http://collector.example:4318' })
    .optional()
    .describe(
      'The collector that gets traces of requests, statements and jobs, over OTLP/HTTP. Without it: none, and nothing of OpenTelemetry is loaded.',
    ),
  OTEL_EXPORTER_OTLP_HEADERS: headers
    .optional()
    .describe('What the collector wants to be told with each delivery, such as authorization=Bearer%20….'),
  OTEL_SERVICE_NAME: z
    .string()
    .min(1)
    .default('essor')
    .describe('What Essor is called in traces; the api and the worker add their own name.'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1).describe('The share of traces that are kept.'),
};
