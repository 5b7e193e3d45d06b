/** Networks that are fetched on a schedule, by the word that their files have too. */
export const pullKinds = ['humhub', 'mattermost', 'm365'] as const;
export type PullKind = (typeof pullKinds)[number];

/** What has to be said of a network beside its address and its secret. */
export const neededOfPull: Readonly<Record<PullKind, readonly ('zone' | 'tenant' | 'clientId')[]>> = {
  humhub: ['zone'],
  mattermost: [],
  m365: ['tenant', 'clientId'],
};

/** Minutes between two fetches that somebody may choose. */
export const pullIntervals = [15, 60, 360, 1440] as const;

/** Why a fetch came to nothing, or stopped half way. */
export const pullErrors = [
  /** The name cannot be found, or nobody answers there. */
  'unreachable',
  'timed_out',
  /** The certificate is not one that can be trusted. */
  'untrusted_certificate',
  /** The address is one of the own network, which the installation does not allow; or of no network at all. */
  'address_not_allowed',
  /** The secret would travel in clear. */
  'address_not_secure',
  /** It sends on to another host, which the secret is not for. */
  'redirected',
  'credentials_refused',
  /** Known, but not allowed to read what is asked for. */
  'right_missing',
  'not_found',
  'too_many_requests',
  'server_failed',
  /** A page for people where data was asked for: a sign-in page, a proxy, maintenance. */
  'not_data',
  /** The answer ended before it was whole. */
  'cut_off',
  'answer_too_large',
  /** Data, but not of the form that this network has. */
  'unexpected_answer',
  /** It was sealed with another secret of the installation, and has to be entered again. */
  'secret_unreadable',
  /** Employees have not been consulted and told yet: nothing is asked for. */
  'purpose_gate_closed',
  /** A fault of ours, which the log tells. */
  'pull_failed',
] as const;
export type PullError = (typeof pullErrors)[number];

/** What does not mend itself: somebody has to change something first. */
const waitingForSomebody: ReadonlySet<PullError> = new Set([
  'untrusted_certificate',
  'address_not_allowed',
  'address_not_secure',
  'redirected',
  'credentials_refused',
  'right_missing',
  'not_found',
  'secret_unreadable',
  'purpose_gate_closed',
]);

/** Whether the same again would find the same, as far as one can tell. */
export const needsSomebody = (error: PullError): boolean => waitingForSomebody.has(error);

const day = 86_400;
const longestPause = 6 * 3600;

/**
 * Seconds until the next attempt after so many failures in a row (1 = the first): 30, 60, 120 … up to 6 hours; a day
 * where somebody has to change something first. Never sooner than the server asked for, which is believed up to a day.
 */
export function pauseAfter(error: PullError, failures: number, askedFor: number | null): number {
  const own = needsSomebody(error) ? day : Math.min(30 * 2 ** Math.min(Math.max(failures - 1, 0), 20), longestPause);
  return Math.max(own, Math.min(askedFor ?? 0, day));
}
