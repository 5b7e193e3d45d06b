import { createRouter } from '@tanstack/react-router';
import { createQueryClient } from '../api/query-client.js';
import { ErrorPage } from './ErrorPage.js';
import { NotFoundPage } from './NotFoundPage.js';
import { readSearch, writeSearch } from './search.js';
import { routeTree } from './routes.js';

export const queries = createQueryClient(() => void router.navigate({ to: '/sign-in' }));

export const router = createRouter({
  routeTree,
  context: { queries },
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
