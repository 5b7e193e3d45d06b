import { useTranslation } from 'react-i18next';
import { type Finding } from '#contract/diagnostic.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { noteTexts } from '#domain/indicators/notes.js';
import { useOrganization } from '../../api/organization.js';
import { useFormat } from '../../i18n/use-format.js';
import { peopleText, write, type Written } from '../../ui/measured.js';
import { type SignalWords, useWords } from './use-signals.js';

const silences = {
  not_said: 'silentNotSaid',
  not_published: 'silentNotPublished',
  one_reading: 'silentOneReading',
  see_level_above: 'silentLevelAbove',
  too_few: 'silentTooFew',
  nobody: 'silentNobody',
  too_early: 'silentTooEarly',
  not_measurable: 'silentNotMeasurable',
  crosses: 'silentCrosses',
} as const;

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Counted in groups or posts, not in people. */
const notPeople = /^K(26|4)/;

/** What one signal says, in words: its value with its people and its day, or why there is none. */
export function useEvidenceText(): (finding: Finding, words: SignalWords) => string {
  const { t } = useTranslation('diagnostic');
  const { t: ui } = useTranslation('ui');
  const format = useFormat();
  const { data: organization } = useOrganization();
  const all = useWords();
  const placeName = (scope: string) =>
    organization?.waves.find(({ key }) => key === scope)?.name ??
    organization?.nodes.find(({ entity }) => entity === scope)?.name ??
    scope;

  const beside = (value: string, people: string | null | undefined, ends: Written['interval']): string => {
    const said = [people, ends && ui('interval', ends)].filter(Boolean).join(format.say({ fr: ' ; ', en: '; ' }));
    return said ? `${value} (${said})` : value;
  };

  const measured = ({ measured: figure }: Finding, { signal }: SignalWords): string | null => {
    if (!figure || figure.value === null) return null;
    const key = signal.indicator;
    const unit = key && key !== 'K11' ? indicatorOf(key).unit : 'percent';
    const { numerator, denominator } = figure;
    const { value, people, interval } = write(figure, unit, format);
    if (numerator && denominator && unit === 'percent' && (!key || notPeople.test(key))) {
      const [told, counted] = [format.share(numerator, denominator), format.countOf(numerator, denominator)];
      return beside(told === counted ? counted : told, told === counted ? null : counted, interval);
    }
    const counted = peopleText(figure, format);
    const n = people ?? (counted && t('n', { n: counted }));
    return value && beside(value, value.includes('%') || unit !== 'percent' ? n : null, interval);
  };

  return (finding, words) => {
    const { silence, state, day, note, scope, figures } = finding;
    const value = measured(finding, words);
    const dated = (text: string) => (day ? t('dated', { text, day: format.day(day, 'long') }) : text);
    if (silence !== null) {
      const source = finding.measured?.note && all(noteTexts[finding.measured.note]);
      const because = words.because && t('silentBecause', { reason: lowered(words.because) });
      const why = (silence === 'not_measurable' && (because ?? source)) || t(silences[silence]);
      return value ? `${dated(value)}. ${why}` : why;
    }
    const told =
      Object.keys(figures).length > 0 || state === null
        ? words.signal.told && all(words.signal.told(figures))
        : undefined;
    const said = state && t(state === 'not_applicable' ? 'notApplicable' : state);
    const where = scope ? t('at', { name: placeName(scope) }) : undefined;
    const parts = [said && [said, where].filter(Boolean).join(' '), told, value].filter(Boolean).join(' · ');
    return [dated(parts), note && format.say({ fr: `« ${note} »`, en: `“${note}”` })].filter(Boolean).join(' ');
  };
}
