import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import { LivePublication, LiveSource } from '#contract/live.js';
import { type Day } from '../format/iso-week.js';
import { organizationPath } from './client.js';

/** Whether the server tells what is new: nothing need be asked for again meanwhile. */
let isListening = false;
export const listens = (): boolean => isListening;

const parsed = <T>(schema: z.ZodType<T>, { data }: MessageEvent<string>): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
};

/** The newest week when the page was read, and now. */
interface Weeks {
  seen: Day | null;
  latest: Day | null;
}
const none: Weeks = { seen: null, latest: null };

/** The week that was published since the page was read; `read` reads everything again. Listens while the page shows. */
export function useNews(slug: string, isKnown: boolean): { news: Day | null; read: () => void } {
  const queries = useQueryClient();
  const [{ seen, latest }, setWeeks] = useState<Weeks>(none);
  useEffect(() => {
    setWeeks(none);
    if (!isKnown) return undefined;
    let source: EventSource | undefined;
    const close = () => {
      source?.close();
      source = undefined;
      isListening = false;
    };
    const open = () => {
      if (document.hidden) return close();
      if (source) return;
      source = new EventSource(organizationPath(slug, 'live'));
      source.addEventListener('open', () => (isListening = true));
      source.addEventListener('error', () => (isListening = false));
      source.addEventListener('publication', (event: MessageEvent<string>) => {
        const week = parsed(LivePublication, event)?.weekEnd;
        if (week !== undefined) setWeeks((now) => ({ seen: now.seen ?? week, latest: week }));
      });
      source.addEventListener('sources', (event: MessageEvent<string>) => {
        if (parsed(z.array(LiveSource), event)) void queries.invalidateQueries({ queryKey: ['sources', slug] });
      });
    };
    open();
    // A page behind another asks for nothing: its session may end.
    document.addEventListener('visibilitychange', open);
    return () => {
      document.removeEventListener('visibilitychange', open);
      close();
    };
  }, [slug, isKnown, queries]);
  const read = useCallback(() => {
    setWeeks((now) => ({ ...now, seen: now.latest }));
    for (const queryKey of [
      ['organization', slug],
      ['reading', slug],
    ])
      void queries.invalidateQueries({ queryKey });
  }, [queries, slug]);
  return { news: latest !== null && seen !== null && latest > seen ? latest : null, read };
}
