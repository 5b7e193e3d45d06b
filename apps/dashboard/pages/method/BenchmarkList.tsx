import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type BenchmarkDefinition } from '#contract/definitions.js';
import { type IndicatorKey, indicatorKeys, indicatorOf } from '#domain/indicators/catalogue.js';
import { type Derived, derived } from '#domain/indicators/derived.js';
import { capital } from '../../format/capital.js';
import { Entries, Entry, type Fact } from './Entry.js';
import { type Lists } from './find-definitions.js';
import { useWords } from '../../i18n/use-words.js';
import styles from './method.module.css';

/** Published figures with the five things without which they mean nothing. */
export function BenchmarkList({ found }: Pick<Lists, 'found'>) {
  const facts = useFacts();
  const { say } = useWords();
  return (
    <Entries>
      {found.benchmarks.map((benchmark) => (
        <Entry
          key={benchmark.key}
          id={benchmark.key}
          title={say(benchmark.value) || say(benchmark.population.who)}
          facts={facts(benchmark)}
        >
          {capital(say(benchmark.events))}
          {benchmark.remark && `. ${say(benchmark.remark)}`}
        </Entry>
      ))}
    </Entries>
  );
}

const outcomes = { comparable: 'comparable', converted: 'converted', refused: 'refused' } as const;
const isComputed = (key: string): key is IndicatorKey => indicatorKeys.some((known) => known === key);

const others: Readonly<Record<string, Derived | undefined>> = derived;

function useFacts(): (benchmark: BenchmarkDefinition) => Fact[] {
  const { t } = useTranslation('method');
  const { say, write, list } = useWords();
  const titleOf = (key: string) => (isComputed(key) ? indicatorOf(key) : others[key])?.title;
  const named = (key: string) => {
    const title = titleOf(key);
    return title ? `${say(title)} (${key})` : key;
  };
  return ({ window, denominator, population, sources, comparisons, topic }) => [
    { name: t('who'), text: [say(population.who), population.year].filter(Boolean).join(', ') },
    { name: t('period'), text: say(window) },
    { name: t('dividedBy'), text: say(denominator) },
    {
      name: t('published'),
      text: sources.map(({ title, url }) =>
        url ? (
          <Anchor key={title} className={styles.source} href={url} target="_blank" rel="noreferrer">
            {write(title)}
          </Anchor>
        ) : (
          <span key={title} className={styles.source}>
            {write(title)}
          </span>
        ),
      ),
    },
    {
      name: t('beside'),
      text: topic ? (
        t('topic', { topic: say(topic) })
      ) : (
        <ul className={styles.verdicts}>
          {comparisons.map(({ indicator, outcome, windows, reason }) => (
            <li key={`${indicator}${windows.join()}${outcome}`} data-outcome={outcome}>
              <strong>{named(indicator)}</strong>
              {windows.length > 0 && `, ${t('overDays', { days: list(windows.map(String)) })}`}
              {' – '}
              {t(outcomes[outcome])} {say(reason)}
            </li>
          ))}
        </ul>
      ),
    },
  ];
}
