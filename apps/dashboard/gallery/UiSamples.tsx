import { Button } from '@mantine/core';
import { exactly } from '#domain/statistics/interval.js';
import { Sparkline } from '../charts/Sparkline.js';
import { ApiError } from '../api/api-error.js';
import { useFormat } from '../i18n/use-format.js';
import { Columns } from '../ui/Columns.js';
import { DataTable } from '../ui/DataTable.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Figure } from '../ui/Figure.js';
import { FigureRow } from '../ui/FigureRow.js';
import { Masked } from '../ui/Masked.js';
import { loaded, Panel } from '../ui/Panel.js';
import { Progress } from '../ui/Progress.js';
import { ReadingLevel } from '../ui/ReadingLevel.js';
import { Sentence } from '../ui/Sentence.js';
import { Status } from '../ui/Status.js';
import { WaveSwatch } from '../ui/WaveSwatch.js';
import { sites, takeOff, today } from './samples.js';

export function Heading() {
  const format = useFormat();
  return (
    <>
      <Sentence
        page="Synthèse"
        actions={<ReadingLevel />}
        detail="Trois sites de la vague 2 expliquent presque tout le retard ; deux n’ont pas encore d’ambassadeur."
      >
        Six personnes prévues sur dix sont activées, et le déploiement a douze jours d’avance sur son plan.
      </Sentence>
      <FigureRow>
        <Figure
          label="Personnes activées"
          value={format.percent(0.6)}
          people={format.countOf(exactly(4980), exactly(8300))}
          change={{ text: format.points(0.04), window: 'en quatre semaines', tone: 'good' }}
          interval={{ low: format.percent(0.589), high: format.percent(0.61) }}
          definition="Personnes dont le profil existe, parmi celles que le plan prévoit d’ouvrir à cette date."
          method="Comptées au dimanche, dans leur entité de ce jour-là."
          upTo={today}
          onSeeEntities={() => undefined}
          picture={<Sparkline values={takeOff(14, 0.7, 6).map(({ value }) => value)} />}
        />
        <Figure
          label="Avance sur le plan"
          value="12"
          unit="jours"
          change={{ text: '3 jours de mieux', window: 'qu’au dernier COPIL' }}
          definition="Écart entre aujourd’hui et le jour où le plan prévoyait ce nombre d’activés."
        />
        <Figure
          label="Connexion sur 28 jours"
          value={format.people({ low: 18, high: 22 }, { low: 40, high: 40 })}
          definition="Au moins une connexion sur la fenêtre."
          upTo={today}
        />
        <Figure
          label="Taux d’engagement"
          value={null}
          masked="Moins de 10 personnes : lu avec Valence et Lyon-Sud (31 personnes)."
          definition="Au moins une réaction ou un commentaire."
        />
      </FigureRow>
    </>
  );
}

/** The pieces that are not charts, in each of their states. */
export function UiSamples() {
  const format = useFormat();
  return (
    <>
      <Panel
        query={loaded(sites)}
        title="Cinq sites, du plus avancé au plus en attente"
        subtitle="Vague 2, fenêtre de 28 jours"
      >
        {(rows) => (
          <DataTable
            label="Sites"
            rows={rows}
            rowKey={({ name }) => name}
            onRow={() => undefined}
            columns={[
              { key: 'name', label: 'Entité', value: (row) => row.name },
              {
                key: 'wave',
                label: 'Vague',
                value: () => 'Vague 2',
                cell: (row) => <WaveSwatch rank={row.people % 4}>{`Vague ${row.people % 4}`}</WaveSwatch>,
              },
              { key: 'people', label: 'Personnes', numeric: true, value: (row) => row.people },
              {
                key: 'rate',
                label: 'Connexion',
                numeric: true,
                value: (row) => row.rate,
                cell: (row) =>
                  row.rate === null ? <Masked reason="Moins de 10 personnes." /> : format.percent(row.rate),
              },
              {
                key: 'state',
                label: 'État',
                value: (row) => row.state,
                cell: (row) => (
                  <Status state={row.state === 'inside' ? 'onTime' : row.state === 'none' ? 'failed' : 'attention'} />
                ),
              },
            ]}
          />
        )}
      </Panel>
      <Columns>
        <Panel query={{ data: undefined, error: null }} title="Ce panneau attend ses chiffres">
          {() => null}
        </Panel>
        <Panel
          query={{ data: undefined, error: new ApiError(503, 'unreachable', ''), refetch: () => undefined }}
          title="Ce panneau a échoué"
        >
          {() => null}
        </Panel>
        <Panel
          query={loaded(null)}
          title="Aucun ambassadeur déclaré"
          empty={() => (
            <EmptyState
              title="Aucune mission d’ambassadeur pour le moment"
              action={<Button>Importer les missions</Button>}
            >
              Un fichier avec la personne, l’entité et les dates suffit.
            </EmptyState>
          )}
        >
          {() => null}
        </Panel>
        <Panel query={loaded(null)} title="Imports en cours">
          {() => (
            <div style={{ display: 'grid', gap: 24 }}>
              <Progress label="evenements-2026.csv" done={412000} total={1500000} />
              <Progress label="annuaire.csv" done={8300} total={null} />
              <span style={{ display: 'flex', gap: 16, flexWrap: 'wrap' }}>
                <Status state="done" /> <Status state="running" /> <Status state="waiting" />{' '}
                <Status state="attention" /> <Status state="failed" /> <Status state="unknown" />
              </span>
            </div>
          )}
        </Panel>
      </Columns>
    </>
  );
}
