import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

/** Simple: sentence, number, its people. Expert: intervals and tests as well. */
export type ReadingLevel = 'simple' | 'expert';

const rememberedAs = 'essor.reading';

/** The level at which a link that somebody shared is to be read: of this visit, and not remembered. */
export function levelIn(search: string): ReadingLevel | null {
  const said = new URLSearchParams(search).get('level');
  return said === 'expert' || said === 'simple' ? said : null;
}

/** The address of the page as it is read now, filters and level included. */
export function sharedAddress(href: string, level: ReadingLevel): string {
  const address = new URL(href);
  address.searchParams.delete('level');
  const query = [address.search.slice(1), `level=${level}`].filter(Boolean).join('&');
  return `${address.origin}${address.pathname}?${query}`;
}

const Level = createContext<[ReadingLevel, (level: ReadingLevel) => void]>(['simple', () => undefined]);

export function ReadingLevelProvider({ children }: { children: ReactNode }) {
  const [level, setLevel] = useState<ReadingLevel>(
    () => levelIn(location.search) ?? (localStorage.getItem(rememberedAs) === 'expert' ? 'expert' : 'simple'),
  );
  const choose = useCallback((next: ReadingLevel) => {
    localStorage.setItem(rememberedAs, next);
    setLevel(next);
  }, []);
  const value = useMemo<[ReadingLevel, (level: ReadingLevel) => void]>(() => [level, choose], [level, choose]);
  return <Level.Provider value={value}>{children}</Level.Provider>;
}

export const useReadingLevel = () => useContext(Level);

/** Reads one part of a page at a fixed level, whatever the switch says. */
export function ReadAt({ level, children }: { level: ReadingLevel; children: ReactNode }) {
  const value = useMemo<[ReadingLevel, (level: ReadingLevel) => void]>(() => [level, () => undefined], [level]);
  return <Level.Provider value={value}>{children}</Level.Provider>;
}
