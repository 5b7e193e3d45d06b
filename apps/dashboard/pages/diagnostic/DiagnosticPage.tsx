import { Anchor } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Diagnostic } from '#contract/diagnostic.js';
import { useReading } from '../../api/reading.js';
import { useFilters } from '../../app/filters.js';
import { useSay } from '../../i18n/use-say.js';
import { Columns } from '../../ui/Columns.js';
import { Finding } from '../../ui/Finding.js';
import { ReadingLevel } from '../../ui/ReadingLevel.js';
import { Sentence } from '../../ui/Sentence.js';
import { ChecksPanel } from './ChecksPanel.js';
import { Counts } from './Counts.js';
import { DecisionsPanel } from './DecisionsPanel.js';
import { PlacesPanel } from './PlacesPanel.js';
import { useQuestionOf } from './use-signals.js';
import { WavesPanel } from './WavesPanel.js';

/** Which of the ten errors are we making? Verdicts with their evidence, and what to ask where there is none. */
export default function DiagnosticPage(): ReactNode {
  const { t } = useTranslation(['diagnostic', 'overview']);
  const { t: shell } = useTranslation('shell');
  const say = useSay();
  const [{ week, scope, population }] = useFilters();
  const wave = population?.startsWith('wave-') ? population.slice('wave-'.length) : undefined;
  const asked = scope ? `entity:${scope}` : wave ? `wave:${wave}` : undefined;
  const query = useReading('diagnostic', Diagnostic, { week, scope: asked });
  const { data } = query;
  return (
    <>
      <Sentence page={shell('diagnostic')} detail={data && <Detail data={data} />} actions={<ReadingLevel />}>
        <Finding query={query}>{({ sentence }) => say(sentence)}</Finding>
      </Sentence>
      {data && <Counts data={data} />}
      {asked === undefined && <DecisionsPanel week={week} />}
      <ChecksPanel query={query} title={t('errorsTitle')} subtitle={t('errorsSubtitle')} of="errors" />
      {data && data.waves.length > 0 && <WavesPanel data={data} />}
      <PlacesPanel />
      <Columns>
        <ChecksPanel query={query} title={t('pillarsTitle')} subtitle={t('pillarsSubtitle')} of="pillars" />
        <ChecksPanel query={query} title={t('actionsTitle')} subtitle={t('actionsSubtitle')} of="actions" />
      </Columns>
      <ChecksPanel query={query} title={t('takeawaysTitle')} subtitle={t('takeawaysSubtitle')} of="takeaways" />
    </>
  );
}

/** Of which scope it speaks, and the first question to ask. */
function Detail({ data: { ask, scope, errors } }: { data: Diagnostic }) {
  const { t } = useTranslation('diagnostic');
  const [, setFilters] = useFilters();
  const questionOf = useQuestionOf();
  const question = questionOf(errors.find(({ check }) => check === ask?.check));
  return (
    <>
      {question && t('askFirst', { question })}
      {scope.kind !== 'organisation' && (
        <>
          {question && <br />}
          {t(scope.kind === 'wave' ? 'ofWave' : 'ofEntity', { name: scope.name })}{' '}
          <Anchor
            component="button"
            type="button"
            inherit
            onClick={() => setFilters({ scope: undefined, population: undefined })}
          >
            {t('seeWhole')}
          </Anchor>
        </>
      )}
    </>
  );
}
