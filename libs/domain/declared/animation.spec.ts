import { say } from '../sentences/say.js';
import { type ActionEffect } from './action-effect.js';
import { animationSentence } from './animation.js';

const unclear = (detectable: number): ActionEffect => ({
  ...{ verdict: 'cannot_tell', effect: { value: 0.1, low: -0.08, high: 0.3 }, detectable },
  ...{ published: { low: 0, high: 0.2 }, treated: 1, controls: 54 },
});
const refused: ActionEffect = { verdict: 'refused', reason: 'everyone' };

test('what one action could show is told of that one, and of how many it could', () => {
  const said = animationSentence([
    { name: 'Webinar', effect: unclear(0.27) },
    { name: 'Tour', effect: unclear(0.4) },
    { name: 'Message', effect: refused },
  ]);
  const open = animationSentence([
    { name: 'Webinar', effect: unclear(1.02) },
    { name: 'Message', effect: refused },
  ]);
  expect(say(open, 'en')).toBe(
    'What the actions changed cannot be told: 1 of 2 led can be compared, and what is published of its places leaves everything open.',
  );
  expect(say(said, 'en')).toBe(
    'What the actions changed cannot be told: 2 of 3 led can be compared. For “Webinar” an effect would only be seen from +27 points on.',
  );
});
