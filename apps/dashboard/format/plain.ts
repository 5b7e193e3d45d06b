/** One form for what differs in case, accents and apostrophes only: what is searched for and what is searched through. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase();

/** The words that somebody looks for, plain. */
export const plainWords = (text: string): string[] => plain(text).split(/\s+/).filter(Boolean);
