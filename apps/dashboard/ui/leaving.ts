import { createContext } from 'react';

/**
 * Makes a file once the page shows what may leave it: names that stay on the screen are gone by then. Whoever makes the
 * file reads what it writes within `work`, not before.
 */
export type Leaving = <T>(work: () => T | Promise<T>) => Promise<T>;

/** Everywhere else the page leaves as it stands. */
export const LeavingContext = createContext<Leaving>(async (work) => work());
