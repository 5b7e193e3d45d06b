import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Organization } from '#contract/organization.js';
import { localeOf } from '#domain/sentences/language.js';
import { placeName } from '#domain/sentences/place-name.js';
import { useFormat } from '../../i18n/use-format.js';
import { type Fact, PageSheets } from '../../ui/page-sheets.js';
import { type Filters } from '../filters.js';
import { filtersOf } from './navigation.js';

interface View {
  /** Its name is known before anything else of it. */
  name: string;
  organization: Organization | undefined;
  filters: Filters;
  pathname: string;
}

/** What the files of a page tell; of the filters only those that the page reads. */
export function usePageSheets({ name, organization, filters, pathname }: View): PageSheets {
  const { t } = useTranslation();
  const format = useFormat();
  const [sheets] = useState(() => new PageSheets());
  useEffect(() => {
    const reads = filtersOf(pathname);
    const { nodes = [], week: sunday = null, weeks = [] } = organization ?? {};
    const moment = new Intl.DateTimeFormat(localeOf(format.language), { dateStyle: 'long', timeStyle: 'short' });
    const scope = nodes.find(({ key }) => key === filters.scope);
    // A page that speaks of no week tells what is known now.
    const chosen = reads.includes('week') ? weeks.find(({ weekEnd }) => weekEnd === sunday) : undefined;
    const shown = chosen ?? weeks.find(({ provisional }) => !provisional) ?? weeks[0];
    const facts: (Fact | false | undefined)[] = [
      [t('organization'), name],
      reads.includes('scope') && [t('scope'), scope ? placeName(scope, format.language) : t('wholeOrganization')],
      reads.includes('week') &&
        sunday !== null && [
          t('week'),
          `${format.week(sunday)}, ${t('weekEnding', { day: format.day(sunday, 'long') })}`,
        ],
      reads.includes('window') && [t('window'), t(`window${filters.window}`)],
      shown && [t('figuresThrough'), format.day(shown.through, 'long')],
      shown && [t('figuresComputed'), moment.format(new Date(shown.publishedAt))],
    ];
    sheets.view = facts.filter((fact) => fact !== false && fact !== undefined);
  });
  return sheets;
}
