import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense } from 'react';
import { ReadingLevelProvider } from '../ui/reading-level.js';
import { queries, router } from './router.js';
import { cssVariables, theme } from './theme.js';

export function Providers() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <ReadingLevelProvider>
          <Suspense>
            <RouterProvider router={router} />
          </Suspense>
        </ReadingLevelProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
