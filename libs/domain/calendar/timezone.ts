const knownTimezones = new Map<string, boolean>();

/** Whether a name is one of the IANA time zones. */
export function isTimezone(name: string): boolean {
  let isKnown = knownTimezones.get(name);
  if (isKnown === undefined) {
    isKnown = canFormatIn(name);
    if (knownTimezones.size < 1000) knownTimezones.set(name, isKnown);
  }
  return isKnown;
}

function canFormatIn(timeZone: string): boolean {
  // A bare offset formats too, but says nothing of summer time.
  if (!/^[A-Za-z]/.test(timeZone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
