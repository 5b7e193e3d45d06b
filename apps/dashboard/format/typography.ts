import { narrow } from '#domain/sentences/language.js';

/** Sets the spaces French asks for, so that translations can be typed with plain ones. Safe to repeat. */
export const frenchTypography = (text: string) =>
  text
    .replace(/[ \u00a0]([;:!?%»])/g, `${narrow}$1`)
    .replace(/«[ \u00a0]/g, `«${narrow}`)
    .replace(/(\d)[ \u00a0](?=\d{3}(?!\d))/g, `$1${narrow}`)
    .replace(/'/g, '’');
