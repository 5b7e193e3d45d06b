import { type Bilingual } from '../indicators/indicator.js';

export interface ItemText {
  /** What it is called in a list. */
  title: Bilingual;
  /** What somebody is to be asked. */
  question: Bilingual;
}

export const text = (fr: string, en: string, frAsk: string, enAsk: string): ItemText => ({
  title: { fr, en },
  question: { fr: frAsk, en: enAsk },
});
