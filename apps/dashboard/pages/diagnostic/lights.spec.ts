import { originWord } from './lights.js';

test('nothing is called known only where no signal is', () => {
  expect(originWord({ origin: 'observed', available: 3 })).toBe('observed');
  expect(originWord({ origin: null, available: 0 })).toBe('nothingKnown');
  expect(originWord({ origin: null, available: 4 })).toBe('nothingDecides');
});
