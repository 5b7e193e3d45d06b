import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useIsFetching, useMutation } from '@tanstack/react-query';
import { type RefObject, useContext, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.js';
import { download, fileName } from './download.js';
import { LeavingContext } from './leaving.js';
import { type Fact, type PageSheets, PageSheetsContext } from './page-sheets.js';
import styles from './Sentence.module.css';

interface XlsxButtonProps {
  page: string;
  /** The page's finding and its second sentence, as they stand on the screen. */
  says: RefObject<HTMLElement | null>;
  reach: RefObject<HTMLElement | null>;
}

/** The whole page as a workbook, where it has panels that are tables as well. */
export function XlsxButton(props: XlsxButtonProps) {
  const sheets = useContext(PageSheetsContext);
  return sheets && <OfSheets {...props} sheets={sheets} />;
}

const read = (element: Element | null | undefined) => (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

function OfSheets({ page, says, reach, sheets }: XlsxButtonProps & { sheets: PageSheets }) {
  const { t } = useTranslation('ui');
  const { language } = useFormat();
  const leave = useContext(LeavingContext);
  const hasAny = useSyncExternalStore(sheets.subscribe, sheets.hasAny);
  // Until a new choice is answered, the page shows the figures of the one before.
  const isAwaiting = useIsFetching({ predicate: ({ state }) => state.status === 'pending' }) > 0;
  const save = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      leave(async () => {
        const { workbookOf } = await import('./workbook.js');
        const facts: Fact[] = [
          [t('filePage'), page],
          [t('fileSays'), read(says.current)],
          [t('fileReach'), read(reach.current)],
          ...[...sheets.notes.values()].map((note): Fact => [t('fileNote'), note]),
          ...sheets.view,
          [t('fileLink'), sheets.link()],
        ];
        const panels = sheets.inOrder().map(({ section, table, ...panel }) => ({
          ...panel,
          caption: read(section.current?.querySelector(':scope > p')),
          table: table(),
        }));
        const told = facts.filter(([, value]) => value !== '');
        download(`${fileName(page)}.xlsx`, await workbookOf({ facts: told, panels }, language));
      }),
  });
  if (!hasAny) return null;
  return (
    <Button
      className={styles.file}
      variant="subtle"
      color={save.isError ? 'red' : 'gray'}
      size="compact-sm"
      leftSection={<IconFileSpreadsheet size={16} stroke={1.6} aria-hidden />}
      aria-label={t('xlsxOf', { page })}
      title={t('xlsxDetail')}
      disabled={isAwaiting}
      loading={save.isPending}
      onClick={() => save.mutate()}
    >
      {t(save.isError ? 'xlsxFailed' : 'xlsx')}
    </Button>
  );
}
