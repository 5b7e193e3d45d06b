import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ComponentType, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Definitions } from '#contract/definitions.js';
import { definitionsQuery } from '../../api/definitions.js';
import { useFilters } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Finding } from '../../ui/Finding.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { Sentence } from '../../ui/Sentence.js';
import { BenchmarkList } from './BenchmarkList.js';
import { findDefinitions, type Lists } from './find-definitions.js';
import { DerivedList } from './DerivedList.js';
import { IndicatorList } from './IndicatorList.js';
import styles from './method.module.css';
import { MethodList } from './MethodList.js';
import { SourceList } from './SourceList.js';

type Section = keyof Definitions;

const sections: { key: Section; List: ComponentType<Lists> }[] = [
  { key: 'indicators', List: IndicatorList },
  { key: 'derived', List: DerivedList },
  { key: 'sources', List: SourceList },
  { key: 'benchmarks', List: BenchmarkList },
  { key: 'methods', List: MethodList },
];

/** What does this number mean: every definition, from the catalogues that compute them. */
export default function MethodPage() {
  const { t } = useTranslation(['method', 'shell']);
  const { language } = useFormat();
  const [{ find }, setFilters] = useFilters();
  const query = useQuery(definitionsQuery);
  const all = query.data;
  // The anchor of the address exists only once the definitions are there.
  useEffect(() => {
    if (all) document.getElementById(decodeURIComponent(window.location.hash.slice(1)))?.scrollIntoView();
  }, [all]);
  const found = all && findDefinitions(all, find, language);
  const shown = sections.filter(({ key }) => !found || found[key].length > 0);
  return (
    <>
      <Sentence page={t('shell:method')} detail={t('detail')}>
        <Finding query={query}>
          {({ indicators, derived, benchmarks, methods }) =>
            t('finding', {
              indicators: indicators.length + derived.length,
              benchmarks: benchmarks.length,
              methods: methods.length,
            })
          }
        </Finding>
      </Sentence>
      <div className={styles.filters}>
        <TextInput
          className={styles.find}
          aria-label={t('find')}
          placeholder={t('find')}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          value={find ?? ''}
          onChange={({ currentTarget }) => setFilters({ find: currentTarget.value || undefined })}
        />
        {found && (
          <nav className={styles.jumps} aria-label={t('jumps')}>
            {shown.map(({ key }) => (
              <a key={key} href={`#${key}`}>
                {t(`${key}Short`, { count: found[key].length })}
              </a>
            ))}
          </nav>
        )}
      </div>
      {found && shown.length === 0 && <EmptyState title={t('nothing')}>{t('nothingDetail')}</EmptyState>}
      {shown.map(({ key, List }) => (
        <div key={key} id={key} className={styles.section}>
          <Panel
            query={found && all ? loaded(found) : query}
            title={t(key)}
            subtitle={t(`${key}Subtitle`)}
            height={360}
          >
            {(shownHere) => <List found={shownHere} all={all ?? shownHere} />}
          </Panel>
        </div>
      ))}
    </>
  );
}
