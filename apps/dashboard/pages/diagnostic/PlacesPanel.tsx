import { useTranslation } from 'react-i18next';
import { DiagnosticPlaces } from '#contract/diagnostic.js';
import { useReading } from '../../api/reading.js';
import { useFilters } from '../../app/filters.js';
import { capital } from '../../format/capital.js';
import { placeName } from '#domain/sentences/place-name.js';
import { useFormat } from '../../i18n/use-format.js';
import { useSay } from '../../i18n/use-say.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel } from '../../ui/Panel.js';
import { ToSources } from '../../ui/ToSources.js';
import { checkOf } from '#domain/diagnostic/catalogue.js';
import styles from './diagnostic.module.css';
import { useWords } from './use-signals.js';
import { errors } from './lights.js';
import { aboveRed, judged, mostNamed, smallestRed, topOf } from './places-found.js';
import { LightsGrid, type LightsRow, useLightsTable } from './LightsGrid.js';

/** Places against the ten errors: which entity suffers from which. Errors that are judged nowhere below are named, not drawn. */
export function PlacesPanel() {
  const { t } = useTranslation('diagnostic');
  const say = useSay();
  const format = useFormat();
  const [{ week }, setFilters] = useFilters();
  const query = useReading('diagnostic/places', DiagnosticPlaces, { week });
  const head = capital(t('columnPlace'));
  const table = useLightsTable(head);
  const rowsOf = ({ places }: DiagnosticPlaces): LightsRow[] =>
    places.map(({ lights, openedOn, ...place }) => ({
      ...{ key: place.key, parent: place.parent, name: placeName(place, format.language), lights },
      note: openedOn === null && place.wave !== null ? t('notOpen') : undefined,
    }));
  return (
    <Panel
      query={query}
      title={({ sentence }) => say(sentence)}
      waitingTitle={t('placesTitle')}
      subtitle={({ of }) => t('placesSubtitle', { of: format.number(of) })}
      caption={(data) => <Caption data={data} />}
      height={420}
      table={(data) => table(rowsOf(data))}
      empty={({ places }) =>
        places.length > 0 ? null : (
          <EmptyState title={t('placesEmpty')} action={<ToSources />}>
            {t('placesEmptyDetail')}
          </EmptyState>
        )
      }
    >
      {(data) => (
        <LightsGrid
          label={t('placesTitle')}
          head={head}
          columns={judged(data).map(({ check, red, of }) => ({
            check,
            note: of === 0 ? '–' : t('placesCount', { red: format.number(red), of: format.number(of) }),
          }))}
          rows={rowsOf(data)}
          unfolded={[...topOf(data), ...aboveRed(data)]}
          onOpen={(key) => setFilters({ scope: key, population: undefined })}
        />
      )}
    </Panel>
  );
}

function Caption({ data }: { data: DiagnosticPlaces }) {
  const { t } = useTranslation('diagnostic');
  const shown = judged(data).map(({ check }) => check);
  const names = errors.filter((check) => !shown.includes(check)).map((check) => t(check).toLowerCase());
  const format = useFormat();
  const words = useWords();
  const found = judged(data).flatMap(({ check }) => {
    const places = smallestRed(data, check).map((place) => placeName(place, format.language));
    if (places.length === 0 || places.length > mostNamed) return [];
    return t('placesFound', { error: words(checkOf(check).title), places: places.join(', ') });
  });
  return (
    <>
      {found.map((line) => (
        <span key={line} className={styles.counted}>
          {line}
        </span>
      ))}
      {t('placesCaption')} {names.length > 0 && t('placesNowhere', { names: names.join(', ') })}
    </>
  );
}
