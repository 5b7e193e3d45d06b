/** Whether what opens until an instant is over; null = it has no end. */
export const hasEnded = (endsAt: Date | null, now = Date.now()): boolean => endsAt !== null && endsAt.getTime() <= now;
