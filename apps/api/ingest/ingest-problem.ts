import { ingestLimits } from '#contract/events.js';
import { Problem } from '#runtime/problem.js';

const limits = {
  events: ingestLimits.events,
  body_bytes: ingestLimits.bodyBytes,
  event_bytes: ingestLimits.eventBytes,
};

/** The request as a whole is refused: nothing of it was stored. */
export const refuse = {
  malformedJson: () => new Problem('malformed_json', 400, 'The body is not valid JSON.'),
  tooDeep: () => new Problem('too_deep', 400, 'Lists and objects are nested more than 200 deep.'),
  badEnvelope: () =>
    new Problem('bad_envelope', 400, 'The body must be one event, {"events": […]}, or one event per line as NDJSON.'),
  badDocument: () =>
    new Problem('bad_envelope', 400, 'The body is no document, collection or batch of the kind that it says it is.'),
  emptyBatch: () => new Problem('empty_batch', 400, 'The batch holds no event.'),
  badGzip: () => new Problem('bad_gzip', 400, 'The body is not valid gzip.'),
  cutShort: () => new Problem('incomplete_body', 400, 'The body ended before it was whole.'),
  badFlag: (flag: string) => new Problem('bad_flag', 400, `${flag} must be true or false.`),
  bodyTooLarge: () =>
    new Problem('body_too_large', 413, 'The body is larger than 5 MB after decompression.', { limits }),
  tooManyEvents: () => new Problem('too_many_events', 413, 'The batch holds more than 1,000 events.', { limits }),
  badType: () =>
    new Problem('unsupported_media_type', 415, 'Send events, CloudEvents or activities as JSON, plain or gzip.', {
      accepted: [
        ...['application/json', 'application/x-ndjson', 'application/cloudevents+json'],
        ...['application/cloudevents-batch+json', 'application/activity+json', 'application/ld+json'],
      ],
    }),
  badStatementType: () =>
    new Problem('unsupported_media_type', 415, 'Send statements as application/json, plain or gzip.', {
      accepted: ['application/json'],
    }),
  badEncoding: () =>
    new Problem('unsupported_encoding', 415, 'The only content encoding known is gzip.', {
      accepted: ['gzip', 'identity'],
    }),
  noKey: () =>
    new Problem(
      'missing_key',
      401,
      'Send the key of the source as a bearer token, or as the user name of basic authentication.',
      {},
      { 'www-authenticate': 'Bearer' },
    ),
  expiredKey: () =>
    new Problem(
      'expired_key',
      401,
      'The last day of the key is over.',
      {},
      { 'www-authenticate': 'Bearer error="invalid_token"' },
    ),
  unknownKey: () =>
    new Problem(
      'unknown_key',
      401,
      'The key is unknown or was revoked.',
      {},
      { 'www-authenticate': 'Bearer error="invalid_token"' },
    ),
  otherOrganization: () => new Problem('key_of_another_organization', 403, 'The key belongs to another organisation.'),
  otherSource: () => new Problem('key_of_another_source', 403, 'The key belongs to another source.'),
  gateClosed: (message: string) => new Problem('purpose_gate_closed', 403, message),
  tooFast: (seconds: number) =>
    new Problem('rate_limited', 429, 'The key sends requests too fast.', {}, { 'retry-after': String(seconds) }),
  overloaded: () =>
    new Problem('overloaded', 429, 'More events are waiting than can be stored soon.', {}, { 'retry-after': '1' }),
  unavailable: () =>
    new Problem(
      'ledger_unavailable',
      503,
      'The events cannot be stored now. Send them again with the same ids.',
      {},
      { 'retry-after': '2' },
    ),
};
