import { say } from './say.js';

const nobody = { calls: 0, names: '', namesEn: '', more: 0 };
const lyon = { calls: 1, names: 'Lyon', namesEn: 'Lyon', more: 0 };
const told = (params: Record<string, string | number>) => {
  const sentence = { key: 'follow_up.found', params };
  return [say(sentence, 'fr').replaceAll('\u202f', ' '), say(sentence, 'en')];
};

test.each([
  [
    { all: 1, judged: 0, alerts: 0, small: 0, low: 0, ...nobody },
    'L’unique entité lue ici ne peut pas être jugée pour l’instant.',
    'The only entity read here cannot be judged for now.',
  ],
  [
    { all: 1, judged: 1, alerts: 0, small: 0, low: 0, ...nobody },
    'L’unique entité lue ici ne décroche pas.',
    'The only entity read here does not fall behind.',
  ],
  [
    { all: 1, judged: 1, alerts: 1, small: 0, low: 0, ...lyon },
    '1 appel à passer cette semaine : Lyon. L’unique entité lue ici décroche.',
    '1 call to make this week: Lyon. The only entity read here falls behind.',
  ],
  [
    { all: 1, judged: 0, alerts: 0, small: 1, low: 1, ...lyon },
    '1 appel à passer cette semaine : Lyon. Trop petite pour une alerte, l’unique entité lue ici décroche.',
    '1 call to make this week: Lyon. Too small for an alert, the only entity read here falls behind.',
  ],
  [
    { all: 4, judged: 4, alerts: 0, small: 0, low: 0, ...nobody },
    'Sur 4 entités que l’on peut juger sur 4, aucune ne décroche ; aucune n’est trop petite pour une alerte.',
    'Of the 4 entities of 4 that can be judged, none falls behind; none is too small for an alert.',
  ],
])('of one entity nothing is counted, and none is not a number: %#', (params, french, english) => {
  expect(told(params)).toEqual([french, english]);
});
