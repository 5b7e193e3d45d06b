import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/use-words.js';
import { Entries, Entry } from './Entry.js';
import { type Lists } from './find-definitions.js';
import { useUnit } from './use-unit.js';

/** What is declared, or follows from other numbers: no source of events measures it. */
export function DerivedList({ found }: Pick<Lists, 'found'>) {
  const { t } = useTranslation('method');
  const { say } = useWords();
  const unitOf = useUnit();
  return (
    <Entries>
      {found.derived.map(({ key, title, meaning, denominator, unit, edges, source }) => (
        <Entry
          key={key}
          id={key}
          title={say(title)}
          facts={[
            { name: t('dividedBy'), text: denominator ? say(denominator) : t('notDividedAtAll') },
            { name: t('unit'), text: unitOf(unit) },
            { name: t('edges'), text: say(edges) },
            { name: t('definedBy'), text: say(source) },
          ]}
        >
          {say(meaning)}
        </Entry>
      ))}
    </Entries>
  );
}
