import { asks } from '../asks.js';
import { type Check } from '../check.js';
import { interactivityChosen, interactivityObserved } from '../facts/interactivity.js';
import { worst } from '../light.js';
import { observed } from '../signal.js';

export const interactivity: Check = {
  kind: 'action',
  title: { fr: 'Choisir le niveau d’interactivité', en: 'Choose the level of interactivity' },
  question: {
    fr: 'Ce que l’on voit ressemble-t-il à ce qui a été choisi ?',
    en: 'Does what is seen look like what was chosen?',
  },
  rule: {
    fr: 'Un niveau choisi (lire, réagir, commenter, publier) ; orange si plus de la moitié des groupes ne font que lire alors que l’on voulait davantage.',
    en: 'A level chosen (read, react, comment, post); amber where more than half of the groups only read although more was wanted.',
  },
  source: 'S2',
  decides: [
    { signals: [interactivityChosen], combine: worst },
    { signals: [interactivityObserved], combine: worst, onceOpen: true },
  ],
  beside: [observed('K20', null, asks.engagement), observed('K26', null, asks.response)],
};
