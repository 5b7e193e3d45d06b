import { useTranslation } from 'react-i18next';
import { type Comparison } from '#contract/comparison.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { noteTexts } from '#domain/indicators/notes.js';
import { useFormat } from '../../i18n/use-format.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import styles from './MethodPanel.module.css';

/** What was compared and how, so that anybody may do it again or dispute it. */
export function MethodPanel({ query }: { query: PanelQuery<Comparison> }) {
  const { t } = useTranslation('comparisons');
  const facts = useMethod();
  return (
    <Panel query={query} title={t('methodTitle')} subtitle={t('methodSubtitle')} height={240}>
      {(data) => (
        <dl className={styles.facts}>
          {facts(data).map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}

function useMethod(): (data: Comparison) => { name: string; text: string }[] {
  const { t } = useTranslation('comparisons');
  const { language } = useFormat();
  const list = new Intl.ListFormat(language);
  return ({ indicator, align, series, latest }) => {
    const note = latest?.first.rate.note;
    const left = series
      .filter(({ mixed }) => mixed.length > 0)
      .map(({ name, mixed }) => t('mixed', { name, names: list.format(mixed) }));
    return [
      {
        name: t('methodMeasure'),
        text: [indicatorOf(indicator).meaning[language], note && noteTexts[note][language]].filter(Boolean).join(' '),
      },
      { name: t('methodAlign'), text: t(align === 'launch' ? 'methodAlignLaunch' : 'methodAlignCalendar') },
      { name: t('methodInterval'), text: t('methodIntervalText') },
      { name: t('methodTest'), text: t('methodTestText') },
      { name: t('methodNot'), text: t('methodNotText') },
      { name: t('methodOut'), text: left.length > 0 ? left.join(' ') : t('methodOutNone') },
    ];
  };
}
