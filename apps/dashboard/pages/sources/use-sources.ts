import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { z } from 'zod';
import { type ImportKind, ImportQueued, Imports } from '#contract/imports.js';
import { KeyCreated, SourceCreated, Sources } from '#contract/sources.js';
import { addressOf, get, organizationPath, send } from '../../api/client.js';
import { listens } from '../../api/live.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { type Reading, readingParameters } from './reading.js';

const whileReading = 1_500;
const otherwise = 30_000;

/** Sources with their counters: read again when the server tells that they moved, and now and then where it does not. */
export function useSources() {
  const slug = useOrganizationSlug();
  return useQuery({
    queryKey: ['sources', slug],
    queryFn: ({ signal }) => get(organizationPath(slug, 'sources'), Sources, {}, signal),
    refetchInterval: () => (listens() ? false : otherwise),
  });
}

const isMoving = ({ imports }: Imports) =>
  imports.some(({ state }) => ['queued', 'running', 'cancelling', 'undoing'].includes(state));

/** Files handed in; while one is being read, its progress every second or so. */
export function useImports() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['imports', slug],
    queryFn: ({ signal }) => get(organizationPath(slug, 'imports'), Imports, {}, signal),
    refetchInterval: ({ state }) =>
      state.data && (isMoving(state.data) || state.data.counting) ? whileReading : otherwise,
  });
  const moving = query.data !== undefined && isMoving(query.data);
  const counting = query.data?.counting === true;
  const before = useRef({ moving, counting });
  useEffect(() => {
    // What was read changes what the other pages show, and what was counted of it once more.
    if ((before.current.moving && !moving) || (before.current.counting && !counting))
      for (const queryKey of [
        ['sources', slug],
        ['organization', slug],
        ['reading', slug],
        // A directory brings countries that ask for dates of their own.
        ['purpose-gate', slug],
        ['proposed-tree', slug],
        ['import-profiles', slug],
      ])
        void queries.invalidateQueries({ queryKey });
    before.current = { moving, counting };
  }, [moving, counting, queries, slug]);
  return query;
}

export function useNewSource() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => send('POST', organizationPath(slug, 'sources'), { name }, SourceCreated),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sources', slug] }),
  });
}

export function useNewKey(source: number) {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (expiresOn: string) =>
      send('POST', organizationPath(slug, `sources/${source}/keys`), expiresOn ? { expiresOn } : undefined, KeyCreated),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sources', slug] }),
  });
}

export function useRevokeKey() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (key: string) =>
      send('DELETE', organizationPath(slug, `sources/keys/${key}`), undefined, z.undefined()),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sources', slug] }),
  });
}

export interface HandedIn {
  file: File;
  kind: ImportKind;
  completeThrough: string;
  dryRun: boolean;
  strict: boolean;
  /** Also where its events are in under another source. */
  again: boolean;
  /** Day on which the file held everybody; '' = it does not. */
  snapshot: string;
  reading: Reading;
}

export function useHandIn() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ file, kind, completeThrough, dryRun, strict, again, snapshot, reading }: HandedIn) => {
      // Systems disagree on the type of a CSV file; the server wants a name that it knows.
      const type = /\.csv$/i.test(file.name) ? 'text/csv' : 'application/octet-stream';
      const path = addressOf(organizationPath(slug, 'imports'), {
        kind,
        file: file.name,
        complete_through: completeThrough || undefined,
        dry_run: dryRun,
        strict,
        again,
        snapshot: snapshot || undefined,
        source: reading.source || undefined,
        ...readingParameters(reading),
      });
      return send('POST', path, file.slice(0, file.size, type), ImportQueued);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['imports', slug] }),
  });
}

/** Where the refusals of an import are downloaded. */
export const rejectsAddress = (slug: string, id: number) => organizationPath(slug, `imports/${id}/rejects.csv`);
