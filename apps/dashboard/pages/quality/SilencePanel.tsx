import { useTranslation } from 'react-i18next';
import { type Quality, type SilencedIndicator } from '#contract/quality.js';
import { kindTexts } from '#domain/events/kind-texts.js';
import { sourceLabel } from '#domain/files/source-label.js';
import { attributeTexts } from '#domain/indicators/attribute-texts.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { frenchTypography } from '#domain/sentences/typography.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { type Column } from '../../ui/table-of.js';
import { heardSources } from './checks.js';
import styles from './quality.module.css';

/** Kinds of events that no source tells, and what cannot be measured for that. */
export function SilencePanel({ query }: { query: PanelQuery<Quality> }) {
  const { t } = useTranslation('quality');
  const { language } = useFormat();
  const write = (text: string) => (language === 'fr' ? frenchTypography(text) : text);
  const listOf = (words: readonly string[]) => write(new Intl.ListFormat(language).format(words));
  const missing = ({ kinds, attributes }: SilencedIndicator) =>
    listOf([
      ...kinds.map((kind) => kindTexts[kind][language]),
      ...attributes.map((attribute) => attributeTexts[attribute][language]),
    ]);
  const columns: Column<SilencedIndicator>[] = [
    {
      key: 'indicator',
      label: t('indicator'),
      value: ({ indicator }) => write(indicatorOf(indicator).title[language]),
    },
    { key: 'how', label: t('how'), value: ({ how }) => t(how === 'not' ? 'notMeasured' : 'partlyMeasured') },
    { key: 'missing', label: t('missing'), value: missing },
  ];
  const tableOf = ({ silenced }: Quality) => ({
    columns,
    rows: silenced ?? [],
    rowKey: ({ indicator }: SilencedIndicator) => indicator,
  });
  return (
    <Panel
      query={query}
      title={t('silenceTitle')}
      subtitle={t('silenceSubtitle')}
      height={260}
      empty={({ silenced }) =>
        silenced?.length ? null : <EmptyState title={t(silenced ? 'silenceNone' : 'notCounted')} />
      }
      table={tableOf}
    >
      {(data) => (
        <>
          <ul className={styles.silent}>
            {heardSources(data).length === 0 && <li>{t('tellsNothing')}</li>}
            {heardSources(data).map(({ id, name, cannot, unheard, membersUnread }) => (
              <li key={id}>
                <strong>{sourceLabel(name, language)}</strong>
                {cannot.length > 0 && (
                  <p>{t('cannot', { kinds: listOf(cannot.map((kind) => kindTexts[kind][language])) })}</p>
                )}
                {unheard.length > 0 && (
                  <p>{t('unheard', { kinds: listOf(unheard.map((kind) => kindTexts[kind][language])) })}</p>
                )}
                {membersUnread && <p>{t('membersUnread')}</p>}
                {cannot.length + unheard.length === 0 && <p>{t('tellsAll')}</p>}
              </li>
            ))}
          </ul>
          <DataTable label={t('silenceTitle')} {...tableOf(data)} maxHeight={420} />
        </>
      )}
    </Panel>
  );
}
