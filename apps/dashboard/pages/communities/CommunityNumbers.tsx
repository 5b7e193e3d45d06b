import { useTranslation } from 'react-i18next';
import { type Communities } from '#contract/communities.js';
import { type IndicatorKey, indicatorOf } from '#domain/indicators/catalogue.js';
import { sourceLabel } from '#domain/files/source-label.js';
import { isUnmeasurable } from '#domain/indicators/measurable.js';
import { noteTexts } from '#domain/indicators/notes.js';
import { type Measured } from '#contract/published.js';
import { wholeCentreOf } from '#domain/statistics/interval.js';
import { useFormat } from '../../i18n/use-format.js';
import { benchmarkLine } from '../../ui/benchmark-line.js';
import { Figure } from '../../ui/Figure.js';
import { FigureRow } from '../../ui/FigureRow.js';
import { hoursText, workingHoursText } from '../../ui/measured.js';

const told = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ');

/** Counted in posts and groups, not in people: written here, not by the words for people. */
export function CommunityNumbers({ data: { figures, week, answersFrom } }: { data: Communities }) {
  const { t } = useTranslation('communities');
  const format = useFormat();
  const sources = answersFrom.map((name) => sourceLabel(name, format.language));
  const answersIn =
    sources.length > 0 ? t('answersFrom', { sources: new Intl.ListFormat(format.language).format(sources) }) : null;
  const rate = (key: IndicatorKey) => {
    const { value = null, numerator, denominator } = figures[key] ?? {};
    if (value === null) return null;
    return numerator && denominator ? format.share(numerator, denominator) : format.percent(value);
  };
  const parts = (measured: Measured | undefined) =>
    measured?.numerator && measured.denominator && measured.value !== null
      ? { part: format.range(measured.numerator), whole: format.number(wholeCentreOf(measured.denominator)) }
      : null;
  const ends = (measured: Measured | undefined, written: (end: number) => string) =>
    measured?.shown === 'value' && measured.low !== null && measured.high !== null
      ? { low: written(measured.low), high: written(measured.high) }
      : undefined;
  const about = (key: IndicatorKey) => {
    const indicator = indicatorOf(key);
    const measured = figures[key];
    const note = measured?.note && format.say(noteTexts[measured.note]);
    const untold = isUnmeasurable(measured?.note);
    return {
      definition: format.say(indicator.meaning),
      method: measured?.shown === 'masked' || untold ? undefined : note,
      unmeasurable: untold ? note : undefined,
      masked: measured?.shown === 'masked' ? (note ?? noteTexts.not_published[format.language]) : undefined,
      benchmark: measured && benchmarkLine(key, measured, indicator.defaultWindow, format.language),
      upTo: week ?? undefined,
      interval: ends(measured, key === 'K26b' ? (hours) => hoursText(hours, format) : format.percent),
    };
  };
  /** A dash says why it is one. */
  const whyNone = (key: IndicatorKey) => {
    const { shown, note } = figures[key] ?? {};
    return shown === 'none' && note && !isUnmeasurable(note) ? format.say(noteTexts[note]) : undefined;
  };
  const hours = (key: IndicatorKey, text = hoursText) => {
    const value = figures[key]?.value;
    return value === null || value === undefined ? null : text(value, format);
  };
  const [replies, silent, ownerless, health] = [rate('K26.reply'), figures.K43, figures['K43.ownerless'], figures.K40];
  const [silentParts, ownerlessParts, healthParts] = [parts(silent), parts(ownerless), parts(health)];
  const [echoed, answered, posts] = [parts(figures.K26), parts(figures['K26.reply']), figures.K26b?.n ?? null];
  const working = hours('K26b.working', workingHoursText);
  return (
    <FigureRow>
      <Figure
        label={t('response')}
        value={rate('K26')}
        people={
          echoed && answered && replies
            ? told(t('responsePeople', { ...echoed, reply: replies, written: answered.part }), answersIn)
            : undefined
        }
        {...about('K26')}
      />
      <Figure
        label={t('firstReply')}
        value={hours('K26b')}
        people={
          working && posts !== null
            ? told(t('firstReplyPeople', { working, n: format.number(Math.round(posts)) }), answersIn)
            : whyNone('K26b')
        }
        {...about('K26b')}
      />
      <Figure
        label={t('silent')}
        value={rate('K43')}
        people={silentParts ? t('ofGrownGroups', silentParts) : undefined}
        {...about('K43')}
      />
      <Figure
        label={t('ownerless')}
        value={rate('K43.ownerless')}
        people={ownerlessParts ? t('ofOpenGroups', ownerlessParts) : undefined}
        {...about('K43.ownerless')}
      />
      <Figure
        label={t('health')}
        value={rate('K40')}
        people={healthParts ? t('healthPeople', healthParts) : undefined}
        {...about('K40')}
      />
    </FigureRow>
  );
}
