import { useTranslation } from 'react-i18next';
import { type Usage } from '#contract/usage.js';
import { noteTexts } from '#domain/indicators/notes.js';
import { FunnelBars } from '../../charts/FunnelBars.js';
import { useFilters } from '../../app/filters.js';
import { capital } from '../../format/capital.js';
import { useFormat } from '../../i18n/use-format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ModuleOff } from '../../ui/ModuleOff.js';
import { isBetween, peopleText } from '../../ui/measured.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { useIsOff } from '../../ui/use-is-off.js';

/** Ways of taking part, by what people give and get. */
export function PersonasPanel({ query }: { query: PanelQuery<Usage> }) {
  const { t } = useTranslation('usage');
  const format = useFormat();
  const isOff = useIsOff('personas');
  const [{ scope }] = useFilters();
  const unmeasurable = ({ personas }: Usage) => personas.some(({ measured }) => measured.note === 'needs_targets');
  return (
    <Panel
      query={query}
      title={({ personas }) => {
        const watching = personas.find(({ persona }) => persona === 'observer')?.measured;
        if (watching?.value == null) return t('personasTitle');
        const share = format.about(format.percent(watching.value), isBetween(watching));
        return capital(t('personasFinding', { share }));
      }}
      waitingTitle={t('personasTitle')}
      subtitle={t('personasSubtitle')}
      caption={({ personas }) => {
        const told = personas.find(({ measured }) => measured.value !== null)?.measured;
        if (!told) return null;
        const n = peopleText(told, format);
        return `${t('personasOf', { n, day: format.day(told.periodEnd, 'long') })} ${t('personasCaption')}`;
      }}
      height={260}
      empty={(data) =>
        isOff ? (
          <ModuleOff title={t('personasOff')} />
        ) : unmeasurable(data) ? (
          <EmptyState title={t('personasUnmeasurable')}>{noteTexts.needs_targets[format.language]}</EmptyState>
        ) : data.personas.every(({ measured }) => measured.value === null) ? (
          <EmptyState title={t('personasNone')}>{t(scope ? 'fromActivatedAbove' : 'fromActivated')}</EmptyState>
        ) : null
      }
    >
      {({ personas }) => (
        <FunnelBars
          label={t('personasTitle')}
          bars={personas.map(({ persona, measured: { value, numerator } }) => ({
            ...{ key: persona, name: t(persona), share: value },
            people: numerator ? format.range(numerator) : t('grouped'),
            ...(value === null ? {} : { percent: format.percent(value) }),
          }))}
        />
      )}
    </Panel>
  );
}
