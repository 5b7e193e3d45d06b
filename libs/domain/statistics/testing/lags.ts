import { type LagCount } from '../survival.js';

/** Times as the field writes them, "+" = censored. */
export const lagsOf = (times: string): LagCount[] =>
  times.split(/[\s,]+/).map((time) => {
    const censored = time.endsWith('+');
    return { lag: Number.parseFloat(time), events: censored ? 0 : 1, censored: censored ? 1 : 0 };
  });
