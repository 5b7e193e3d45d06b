import { type RefObject, useEffect, useRef, useState } from 'react';

/** Little more than fits is shown whole: a frame of its own is for what is much longer. */
const muchLonger = 1.3;

interface Overflow {
  /** Holds more than fits beside its left edge. */
  isWider: boolean;
  /** Holds much more than fits below its upper edge. */
  isLonger: boolean;
}

/** What does not fit into a box of at most some height; follows the window and what the box holds. */
export function useOverflow<E extends HTMLElement>(maxHeight: number | undefined): [RefObject<E | null>, Overflow] {
  const box = useRef<E>(null);
  const [overflow, setOverflow] = useState<Overflow>({ isWider: false, isLonger: false });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => {
      const isWider = element.scrollWidth > element.clientWidth + 1;
      const isLonger = maxHeight !== undefined && element.scrollHeight > maxHeight * muchLonger;
      setOverflow((known) =>
        known.isWider === isWider && known.isLonger === isLonger ? known : { isWider, isLonger },
      );
    });
    watch.observe(element);
    for (const child of element.children) watch.observe(child);
    return () => watch.disconnect();
  }, [maxHeight]);
  return [box, overflow];
}
