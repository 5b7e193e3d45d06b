import { intensityWhy } from './intensity-why.js';

const hidden = (note?: 'not_published' | 'source_without_events') => ({ value: null, ...(note ? { note } : {}) });

describe('why how much people do is not told', () => {
  it('is how many interacted, not how many are there', () => {
    expect(intensityWhy({ mean: hidden(), median: hidden('not_published') })).toBe('fromInteractive');
    expect(intensityWhy({ mean: null, median: null })).toBe('fromInteractive');
  });

  it('is what the sources do not tell, where that is why', () => {
    expect(intensityWhy({ mean: hidden('source_without_events'), median: hidden('not_published') })).toBe(
      'source_without_events',
    );
  });
});
