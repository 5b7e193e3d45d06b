import { useTranslation } from 'react-i18next';
import { eventKinds } from '#domain/events/kind.js';
import { attributes } from '#domain/indicators/measurable.js';
import { Entries, Entry } from './Entry.js';
import { type Lists } from './find-definitions.js';
import { useWords } from '../../i18n/use-words.js';

/** What each source reports, hence what can and cannot be measured with it alone. */
export function SourceList({ found, all }: Lists) {
  const { t } = useTranslation('method');
  const { say, list, kinds, missing: leftOut } = useWords();
  const titled = (source: string, wanted: 'partly' | 'not') =>
    all.indicators
      .filter(({ measurable }) => measurable.some((one) => one.source === source && one.how === wanted))
      .map(({ title }) => say(title));
  return (
    <Entries>
      {found.sources.map(({ key, title, reports, tells }) => {
        const missing = eventKinds.filter((kind) => !reports.includes(kind));
        const untold = attributes.filter((attribute) => !tells.includes(attribute));
        const [not, partly] = [titled(key, 'not'), titled(key, 'partly')];
        return (
          <Entry
            key={key}
            id={key}
            title={say(title)}
            facts={[
              { name: t('cannot'), text: not.length > 0 ? list(not) : t('cannotNothing') },
              ...(partly.length > 0 ? [{ name: t('inPart'), text: list(partly) }] : []),
              ...(missing.length + untold.length > 0 ? [{ name: t('silentOn'), text: leftOut(missing, untold) }] : []),
            ]}
          >
            {missing.length === 0 ? t('reportsAll') : t('reports', { kinds: kinds(reports) })}
          </Entry>
        );
      })}
    </Entries>
  );
}
