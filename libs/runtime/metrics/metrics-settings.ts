import { z } from 'zod';

/** Where what operators watch is told. Not on the port of the dashboard: what leads there would lead to these figures, too. */
export const metricsSettings = {
  METRICS_PORT: z.coerce
    .number()
    .int()
    .min(1)
    .max(65_534)
    .optional()
    .describe('The port of the metrics of the api, for Prometheus; the worker takes the next one. Without it: none.'),
  METRICS_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('The address on which metrics are told; any but this machine needs METRICS_TOKEN.'),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe('The bearer token that whoever reads metrics must bring; without it, only this machine may.'),
};
