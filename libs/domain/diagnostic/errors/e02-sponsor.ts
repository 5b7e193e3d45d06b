import { asks } from '../asks.js';
import { type Check } from '../check.js';
import { sponsorNamed } from '../facts/roles.js';
import { sponsorSilence } from '../facts/sponsor-silence.js';
import { worst } from '../light.js';
import { declared, observed } from '../signal.js';

export const sponsor: Check = {
  kind: 'error',
  title: { fr: 'Il n’y a pas de sponsor', en: 'There is no sponsor' },
  question: {
    fr: 'Quelqu’un de poids porte-t-il le projet, et le voit-on ?',
    en: 'Does somebody of weight carry the project, and is it seen?',
  },
  rule: {
    fr: 'Rouge : aucun sponsor, ou 56 jours de silence déclaré. Orange : plus de 28 jours. Avant l’ouverture, un sponsor nommé suffit.',
    en: 'Red: no sponsor, or 56 days of declared silence. Amber: more than 28 days. Before the opening a named sponsor is enough.',
  },
  source: 'S4',
  decides: [
    { signals: [sponsorNamed], combine: worst },
    { signals: [sponsorSilence], combine: worst, onceOpen: true },
  ],
  beside: [declared('sponsor_launch_speech'), observed('K27', null, asks.messageReach)],
};
