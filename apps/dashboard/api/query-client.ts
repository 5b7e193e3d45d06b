import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isApiError } from './api-error.js';

const worthRetrying = (error: unknown) => !isApiError(error) || error.status === 0 || error.status >= 500;

/** One cache for the screen. `onSignedOut` runs when the server no longer knows the session. */
export const createQueryClient = (onSignedOut: () => void) =>
  new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isApiError(error) && error.status === 401) onSignedOut();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && worthRetrying(error),
      },
    },
  });
