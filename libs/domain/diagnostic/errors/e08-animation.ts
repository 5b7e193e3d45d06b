import { asks } from '../asks.js';
import { type Check } from '../check.js';
import { animationTime, animatorsNamed } from '../facts/appointments.js';
import { officialPost } from '../facts/communication.js';
import { worst } from '../light.js';
import { observed } from '../signal.js';
import { limits } from '../thresholds.js';

export const animation: Check = {
  kind: 'error',
  title: { fr: 'On anime trop peu', en: 'There is too little animation' },
  question: {
    fr: 'Se passe-t-il chaque semaine quelque chose qui vaut le détour ?',
    en: 'Does something worth a visit happen every week?',
  },
  rule: {
    fr: 'Rouge : plus de 50 % de groupes en sommeil, ou trois semaines sans publication officielle. Vert : 25 % au plus, et une publication depuis moins de deux semaines.',
    en: 'Red: more than 50% of groups silent, or three weeks without an official post. Green: at most 25%, and a post within two weeks.',
  },
  source: 'S4',
  decides: [
    {
      signals: [observed('K43', limits.silentGroups, asks.silentGroups), officialPost],
      combine: worst,
      onceOpen: true,
    },
  ],
  beside: [
    observed('K26', limits.response, asks.response),
    observed('K40', limits.health, asks.health),
    animatorsNamed,
    animationTime,
  ],
};
