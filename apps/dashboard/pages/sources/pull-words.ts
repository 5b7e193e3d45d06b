import { type PullError } from '#domain/sources/pull.js';

/** The sentence that says what is wrong, and what to do. */
export const pullWords = {
  unreachable: 'wrongUnreachable',
  timed_out: 'wrongTimedOut',
  untrusted_certificate: 'wrongCertificate',
  address_not_allowed: 'wrongAddress',
  address_not_secure: 'wrongInsecure',
  redirected: 'wrongRedirected',
  credentials_refused: 'wrongCredentials',
  right_missing: 'wrongRight',
  not_found: 'wrongNotFound',
  too_many_requests: 'wrongTooMany',
  server_failed: 'wrongServer',
  not_data: 'wrongNotData',
  cut_off: 'wrongCutOff',
  answer_too_large: 'wrongTooLarge',
  unexpected_answer: 'wrongForm',
  secret_unreadable: 'wrongSecret',
  purpose_gate_closed: 'wrongGate',
  pull_failed: 'wrongOurs',
} as const satisfies Record<PullError, string>;
