import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Clients } from '#contract/clients.js';
import { get, type Parameters } from './client.js';

/** All organisations of the account, side by side. */
export const useClients = (parameters: Parameters) =>
  useQuery({
    queryKey: ['clients', parameters],
    queryFn: ({ signal }) => get('/v1/clients', Clients, parameters, signal),
    placeholderData: keepPreviousData,
  });
