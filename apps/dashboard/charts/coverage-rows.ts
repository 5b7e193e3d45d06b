import { shortened, textWidth } from './plot.js';

interface Named {
  name: string;
  note?: string;
}

/** Names are larger and bolder than the text that is measured. */
const bold = 1.15;
const narrowFrom = 560;
const widest = 240;
const rowHeight = 34;
/** Of a share and the distance to its note. */
const shareRoom = 64;

/** Names beside the bars where it is wide, else above them; notes below the names where one has no room beside. */
export function layoutOf(bars: readonly Named[], width: number) {
  const narrow = width < narrowFrom;
  const longest = (of: (bar: Named) => number) => Math.max(0, ...bars.map(of));
  const beside = longest(({ name, note = '' }) => textWidth(name) * bold + textWidth(note) + 20);
  const isBelow = narrow && beside > width;
  const left = narrow ? 0 : Math.min(widest, longest(({ name }) => textWidth(name) * bold) + 20);
  const right = narrow ? 44 : longest(({ note = '' }) => textWidth(note)) + shareRoom;
  const nameRoom = (narrow ? width - 8 : left - 12) / bold;
  return {
    ...{ narrow, isBelow, left, right, rowHeight: isBelow ? 70 : narrow ? 52 : rowHeight },
    nameOf: ({ name }: Named) => shortened(name, nameRoom),
  };
}
