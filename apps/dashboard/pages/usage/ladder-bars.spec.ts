import { ladderBars } from './ladder-bars.js';

const exactly = (n: number) => ({ low: n, high: n });

test('each step is read of the whole and of the one before', () => {
  const bars = ladderBars({
    planned: exactly(200),
    steps: [
      { key: 'invited', people: exactly(100), note: null },
      { key: 'activated', people: { low: 48, high: 52 }, note: null },
    ],
  });
  expect(bars.map(({ share, ofPrevious }) => [share, ofPrevious])).toEqual([
    [1, null],
    [0.5, 0.5],
    [0.25, 0.5],
  ]);
});

test('a share of what is published in a band is about so much', () => {
  const { steps, planned } = { planned: exactly(200), steps: [{ low: 48, high: 52 }, exactly(40)] };
  const keys = ['activated', 'connected'] as const;
  const bars = ladderBars({ planned, steps: steps.map((people, at) => ({ key: keys[at]!, people, note: null })) });
  expect(bars.map(({ isAbout, isAboutPrevious }) => [isAbout, isAboutPrevious])).toEqual([
    [false, false],
    [true, true],
    [false, true],
  ]);
});

test('regular use is no share of those who liked or commented', () => {
  const steps = [
    { key: 'engaged' as const, people: exactly(100), note: null },
    { key: 'habitual' as const, people: exactly(20), note: null },
  ];
  expect(ladderBars({ planned: exactly(200), steps })[2]).toMatchObject({ share: 0.1, ofPrevious: null });
});

test('a hidden step hides what would be read of it', () => {
  const bars = ladderBars({
    planned: exactly(200),
    steps: [
      { key: 'invited', people: null, note: null },
      { key: 'activated', people: exactly(50), note: null },
    ],
  });
  expect(bars[1]).toMatchObject({ share: null, ofPrevious: null });
  expect(bars[2]).toMatchObject({ share: 0.25, ofPrevious: null });
});
