export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

export const localeOf = (language: Language) => (language === 'fr' ? 'fr-FR' : 'en-GB');

/** The narrow no-break space that French sets before % and double punctuation. */
export const narrow = '\u202f';
