import { type Outcome } from '../indicators/indicator.js';
import { undefinedFor } from '../indicators/outcome.js';
import { usageSentence } from './usage.js';

const masked: Outcome = { ...undefinedFor(), shown: 'masked' };

test.each([
  ['nothing is published', null, 'usage.unpublished'],
  ['nobody is known to be there', undefinedFor(), 'usage.no_directory'],
  ['no source tells it', undefinedFor('source_without_events'), 'usage.hidden'],
  ['too few people are there', masked, 'usage.hidden'],
] as const)('habit is told apart where %s', (_, now, key) => {
  expect(usageSentence(now, null).key).toBe(key);
});
