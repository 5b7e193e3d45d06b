import { useTranslation } from 'react-i18next';
import { type Animation, type SurveyShare } from '#contract/animation.js';
import { type Measured } from '#contract/published.js';
import { isFew } from '#domain/sentences/count-phrase.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { useReadingLevel } from '../../ui/reading-level.js';
import { type Column, type TableOf } from '../../ui/table-of.js';
import { toldChange, toldWeighted } from './survey-told.js';

/** What people say, edition after edition, and whether it can be what everyone does. */
export function SurveyPanel({ query }: { query: PanelQuery<Animation> }) {
  const { t } = useTranslation('animation');
  const format = useFormat();
  const table = useSurveyTable();
  const share = ({ numerator, denominator }: Measured) =>
    numerator && denominator ? format.share(numerator, denominator) : '–';
  const caption = ({ declared, observed }: NonNullable<Animation['daily']>) =>
    observed.shown === 'value' && observed.numerator && observed.denominator
      ? t('surveyCaption', {
          ...{ declared: share(declared), observed: share(observed) },
          people: format.countOf(observed.numerator, observed.denominator),
        })
      : t('surveyCaptionAlone', { declared: share(declared) });
  const title = ({ daily, surveys }: Animation) => {
    if (daily?.verdict === 'impossible')
      return t('surveyImpossible', { declared: share(daily.declared), ceiling: share(daily.ceiling) });
    return t(surveys.length > 0 ? 'surveyTitle' : 'surveyNone');
  };
  return (
    <Panel
      query={query}
      title={title}
      waitingTitle={t('surveyTitle')}
      subtitle={t('surveySubtitle')}
      caption={({ daily }) => daily && caption(daily)}
      empty={({ surveys }) =>
        surveys.length === 0 ? <EmptyState title={t('surveyNone')}>{t('surveyNoneDetail')}</EmptyState> : null
      }
      table={table}
    >
      {(data) => <DataTable {...table(data)} label={t('surveyTitle')} maxHeight={520} />}
    </Panel>
  );
}

function useSurveyTable(): (data: Animation) => TableOf<SurveyShare> {
  const { t } = useTranslation('animation');
  const format = useFormat();
  const [level] = useReadingLevel();
  const weightedColumn: Column<SurveyShare> = {
    ...{ key: 'weighted', label: t('columnWeighted'), numeric: true, share: true, told: toldWeighted },
    value: ({ weighted }) => weighted?.value ?? null,
    cell: ({ weighted }) =>
      weighted
        ? t('weightedOf', {
            share: format.percent(weighted.value),
            n: format.number(Math.round(weighted.effectiveN)),
          })
        : t('weightedNone'),
  };
  return ({ surveys }) => ({
    rows: surveys,
    rowKey: ({ survey, question }) => `${survey}/${question}`,
    columns: [
      { key: 'question', label: t('columnQuestion'), value: ({ wording }) => wording },
      {
        key: 'survey',
        label: t('columnSurvey'),
        value: ({ askedOn }) => askedOn,
        cell: ({ askedOn }) => format.day(askedOn, 'long'),
      },
      { key: 'counted', label: t('columnCounted'), value: ({ counted }) => counted.join(', ') },
      {
        key: 'share',
        share: true,
        label: t('columnShare'),
        numeric: true,
        value: ({ share }) => share.value,
        told: ({ share, askedOn }) => ({ ...share, asOf: askedOn }),
        // A band of answers has no single share, here as under the table.
        cell: ({ share: { numerator, denominator, n } }) => {
          if (!numerator || !denominator) return t('shareHidden');
          if (isFew(denominator)) return format.people(numerator, denominator);
          return t('shareOf', { share: format.share(numerator, denominator), n: format.number(Math.round(n ?? 0)) });
        },
      },
      ...(level === 'expert' ? [weightedColumn] : []),
      {
        key: 'respondents',
        label: t('columnRespondents'),
        numeric: true,
        value: ({ respondents }) => respondents,
        cell: ({ respondents, responseRate }) =>
          responseRate === null
            ? format.number(respondents)
            : t('respondentsOf', { n: format.number(respondents), rate: format.percent(responseRate) }),
      },
      {
        key: 'change',
        label: t('columnChange'),
        value: ({ change }) => change?.difference.value ?? null,
        told: toldChange,
        cell: ({ change }) =>
          change
            ? t(change.paired ? 'changePaired' : 'changeBetween', {
                change: format.points(change.difference.value),
                low: format.number(change.difference.low * 100),
                high: format.number(change.difference.high * 100),
                n: format.number(Math.round(change.n[0] ?? 0)),
                before: format.number(Math.round(change.n[1] ?? 0)),
              })
            : t('changeNone'),
      },
    ],
  });
}
