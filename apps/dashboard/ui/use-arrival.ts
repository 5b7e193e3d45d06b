import { type RefObject, useEffect, useRef } from 'react';

/** Brings a place to whoever follows a link to it (`#id`): it is drawn later than the page, once its data are there. */
export function useArrival(id: string): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (window.location.hash === `#${id}`) place.current?.scrollIntoView({ block: 'center' });
  }, [id]);
  return place;
}
