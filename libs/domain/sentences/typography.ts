import { type Language, narrow } from './language.js';

/** Sets the spaces French asks for, so that texts can be typed with plain ones. Safe to repeat. */
export const frenchTypography = (text: string) =>
  text
    .replace(/[ \u00a0]([;:!?%»])/g, `${narrow}$1`)
    .replace(/«[ \u00a0]/g, `«${narrow}`)
    .replace(/(\d)[ \u00a0](?=\d{3}(?!\d))/g, `$1${narrow}`)
    .replace(/'/g, '’');

/** A text of the catalogues as its language sets it. */
export const typeset = (text: string, language: Language) => (language === 'fr' ? frenchTypography(text) : text);
