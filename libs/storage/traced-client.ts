import { tracingChannel } from 'node:diagnostics_channel';
import { ListenedClient } from './listened-client.js';

/** Told to whoever follows what a request leads to (runtime's tracing, where a collector is set): the text alone. */
const statements = tracingChannel<string, { sql: string }>('essor.statement');

type Query = (...given: unknown[]) => unknown;

/** Its statements can be followed. Their parameters are not told, and where nobody listens nothing happens. */
export class TracedClient extends ListenedClient {
  constructor(...given: ConstructorParameters<typeof ListenedClient>) {
    super(...given);
    const query = this.query.bind(this) as Query;
    const traced: Query = (first, ...rest) => {
      // A stream, or a call with a callback, as the pool asks: neither is a promise.
      if (!statements.start.hasSubscribers || typeof first !== 'string' || typeof rest.at(-1) === 'function')
        return query(first, ...rest);
      return statements.tracePromise(() => query(first, ...rest) as Promise<unknown>, { sql: first });
    };
    this.query = traced as typeof this.query;
  }
}
