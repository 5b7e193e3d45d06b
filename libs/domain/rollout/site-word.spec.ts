import { isSiteWord } from './site-word.js';

test.each(['site', ' Usine ', 'ÉTABLISSEMENT', 'Établissement'.normalize('NFD'), 'Factories'])(
  '%s is a site',
  (kind) => {
    expect(isSiteWord(kind)).toBe(true);
  },
);

test.each(['', 'department', 'équipe', 'region'])('%s says nothing of the kind', (kind) => {
  expect(isSiteWord(kind)).toBe(false);
});
