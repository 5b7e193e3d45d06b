import { Button } from '@mantine/core';
import { type ReactNode } from 'react';
import { ApiError } from '../api/api-error.js';
import { Columns } from '../ui/Columns.js';
import { DataTable } from '../ui/DataTable.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Masked } from '../ui/Masked.js';
import { loaded, Panel } from '../ui/Panel.js';
import { Status } from '../ui/Status.js';
import { type TableOf } from '../ui/table-of.js';
import { WaveSwatch } from '../ui/WaveSwatch.js';
import { Sample, type SampleState } from './Sample.js';
import { sites } from './samples.js';
import { useWords, type Words } from './words.js';

/** A panel in everything that can become of it, and the table that it is otherwise. */
export function PanelSamples() {
  const words = useWords();
  const { say, longName } = words;
  const panel = (state: SampleState, drawn: ReactNode) => <div data-sample={`Panel ${state}`}>{drawn}</div>;
  const title = say('Deux sites sur cinq sont sous la fourchette', 'Two sites in five are below the band');
  return (
    <>
      <Columns>
        {panel(
          'usual',
          <Panel
            query={loaded(sites)}
            title={title}
            subtitle={say('Ambassadeurs parmi les personnes', 'Ambassadors among people')}
            caption={say('n = 560 personnes', 'n = 560 people')}
            table={(rows) => tableOf(words, rows)}
          >
            {() => <p>{say('Ce que dit le panneau.', 'What the panel says.')}</p>}
          </Panel>,
        )}
        {panel(
          'long',
          <Panel
            query={loaded(sites)}
            title={`${longName(1)} ${longName(2)}`}
            subtitle={longName(3)}
            caption={longName(4)}
            table={(rows) => tableOf(words, rows)}
          >
            {() => <p>{longName(5)}</p>}
          </Panel>,
        )}
        {panel(
          'loading',
          <Panel query={{ data: undefined, error: null }} title={title}>
            {() => null}
          </Panel>,
        )}
        {panel(
          'refused',
          <Panel
            query={{ data: undefined, error: new ApiError(503, 'unreachable', ''), refetch: () => undefined }}
            title={title}
          >
            {() => null}
          </Panel>,
        )}
        {panel(
          'empty',
          <Panel
            query={loaded(null)}
            title={title}
            empty={() => (
              <EmptyState
                title={say('Aucune mission d’ambassadeur pour le moment', 'No ambassador yet')}
                action={<Button>{say('Importer les missions', 'Import mandates')}</Button>}
              >
                {say('Un fichier avec la personne et les dates suffit.', 'A file with people and dates is enough.')}
              </EmptyState>
            )}
          >
            {() => null}
          </Panel>,
        )}
        {panel(
          'masked',
          <Panel
            query={loaded(null)}
            title={title}
            masked={() => say('Moins de 10 personnes.', 'Fewer than 10 people.')}
          >
            {() => null}
          </Panel>,
        )}
      </Columns>
      {(['usual', 'few', 'many', 'long'] as const).map((state) => (
        <Sample key={state} of="DataTable" state={state}>
          <DataTable
            label="DataTable"
            maxHeight={360}
            onRow={() => undefined}
            {...tableOf(words, rowsOf(state, words))}
          />
        </Sample>
      ))}
    </>
  );
}

type Site = (typeof sites)[number];

const rowsOf = (state: 'usual' | 'few' | 'many' | 'long', { longName }: Words): Site[] => {
  if (state === 'few') return sites.slice(0, 1);
  if (state === 'usual') return sites;
  const all = [...Array(state === 'many' ? 60 : 6).keys()].map((n) => ({ ...sites[n % sites.length]!, n }));
  return all.map(({ n, ...site }) => ({ ...site, name: state === 'long' ? longName(n) : `${site.name} ${n}` }));
};

const tableOf = ({ say, percent, wave }: Words, rows: Site[]): TableOf<Site> => ({
  rows,
  rowKey: ({ name }) => name,
  columns: [
    { key: 'name', label: say('Entité', 'Place'), value: (row) => row.name },
    {
      key: 'wave',
      label: say('Vague', 'Wave'),
      value: (row) => wave(row.people % 4),
      cell: (row) => <WaveSwatch rank={row.people % 4}>{wave(row.people % 4)}</WaveSwatch>,
    },
    { key: 'people', label: say('Personnes', 'People'), numeric: true, value: (row) => row.people },
    {
      key: 'rate',
      label: say('Connexion', 'Login'),
      numeric: true,
      value: (row) => row.rate,
      cell: (row) =>
        row.rate === null ? (
          <Masked reason={say('Moins de 10 personnes.', 'Fewer than 10 people.')} />
        ) : (
          percent(row.rate)
        ),
    },
    {
      key: 'state',
      label: say('État', 'State'),
      value: (row) => row.state,
      cell: (row) => (
        <Status state={row.state === 'inside' ? 'onTime' : row.state === 'none' ? 'failed' : 'attention'} />
      ),
    },
  ],
});
