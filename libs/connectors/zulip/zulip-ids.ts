/** Numbers count within a server, and other sources have bare numbers too. */
export const zulipId = (account: number) => `zulip:${account}`;
export const streamId = (stream: number) => `zulip:stream:${stream}`;
export const messageId = (message: number) => `zulip:msg:${message}`;

/** The number of a row; null where it is none. */
export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}

/** Milliseconds since 1970 of seconds with decimals, of which a double holds six; null where there are none. */
export function millisecondsOf(value: unknown): number | null {
  if (typeof value !== 'number' || !(value > 0 && value < 1e11)) return null;
  return Math.floor(Math.round(value * 1e6) / 1000);
}

/** The ISO instant of such seconds. What is none is handed on as text, for the check to refuse; what is absent, as null. */
export function instantOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const milliseconds = millisecondsOf(value);
  return milliseconds === null ? 'no instant' : new Date(milliseconds).toISOString();
}
