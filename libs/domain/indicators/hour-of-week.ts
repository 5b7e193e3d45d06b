import { type Interval } from '../statistics/interval.js';

/** Name of an hour of the week among published counts: 0 = Monday from midnight … 167 = Sunday from eleven in the evening. */
export const hourOfWeek = (hour: number): `h${number}` => `h${hour}`;

const weeks = 4;

/** People of one week, between the ends of a sum over the four that are published. */
export const inOneWeek = ({ low, high }: Interval): Interval => ({ low: low / weeks, high: high / weeks });
