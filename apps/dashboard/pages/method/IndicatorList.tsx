import { useTranslation } from 'react-i18next';
import { type Definitions, type IndicatorDefinition } from '#contract/definitions.js';
import { Entries, Entry, type Fact } from './Entry.js';
import { useUnit } from './use-unit.js';
import { type Lists } from './find-definitions.js';
import { useWords } from '../../i18n/use-words.js';

/** Every indicator, with what would let anybody compute it again. */
export function IndicatorList({ found, all }: Lists) {
  const facts = useFacts(all);
  const { say } = useWords();
  return (
    <Entries>
      {found.indicators.map((indicator) => (
        <Entry key={indicator.key} id={indicator.key} title={say(indicator.title)} facts={facts(indicator)}>
          {say(indicator.meaning)}
        </Entry>
      ))}
    </Entries>
  );
}

const frames = { cohort: 'frameCohort', lag: 'frameLag', state: 'frameState' } as const;
const rows = { people: 'rowPeople', waves: 'rowWaves', mandates: 'rowMandates' } as const;
const isKnown = <T extends object>(key: string, of: T): key is keyof T & string => key in of;

function useFacts({ sources }: Definitions): (indicator: IndicatorDefinition) => Fact[] {
  const { t } = useTranslation('method');
  const unitOf = useUnit();
  const { say, list, missing: leftOut } = useWords();
  const nameOf = (key: string) => {
    const source = sources.find((one) => one.key === key);
    return source ? say(source.title) : key;
  };
  return ({ denominator, windows, defaultWindow, frame, unit, rows: needed, measurable }) => {
    const days = list(windows.map(String));
    const period =
      windows.length > 0
        ? t(windows.length > 1 ? 'windowDays' : 'windowOnly', { days, usual: defaultWindow ?? '' })
        : t(frames[isKnown(frame, frames) ? frame : 'state']);
    // Sources that leave out the same are named together.
    const lacking = new Map<string, { text: 'notMeasurable' | 'partlyMeasurable'; missing: string; names: string[] }>();
    for (const { source, how, missing, untold } of measurable) {
      if (how === 'fully') continue;
      const what = leftOut(missing, untold);
      const alike = lacking.get(`${how} ${what}`) ?? {
        text: how === 'not' ? ('notMeasurable' as const) : ('partlyMeasurable' as const),
        ...{ missing: what, names: [] },
      };
      alike.names.push(nameOf(source));
      lacking.set(`${how} ${what}`, alike);
    }
    const gaps = [...lacking.values()].map(({ text, missing, names }) =>
      t(text, { count: names.length, sources: list(names), missing }),
    );
    return [
      {
        name: t('dividedBy'),
        text: denominator === null ? t('notDivided') : denominator === 'base' ? t('base') : say(denominator),
      },
      { name: t('period'), text: period },
      { name: t('unit'), text: unitOf(unit) },
      { name: t('needs'), text: needed.map((row) => (isKnown(row, rows) ? t(rows[row]) : row)).join(' + ') },
      ...(gaps.length > 0 ? [{ name: t('limits'), text: gaps.join(' ') }] : []),
    ];
  };
}
