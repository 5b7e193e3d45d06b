import { Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addressOf, organizationPath, type Parameters } from '../api/client.js';
import { useOrganizationSlug } from '../app/filters.js';
import { useFormat } from '../i18n/use-format.js';
import { useReadingLevel } from './reading-level.js';
import styles from './Sentence.module.css';

/** A board that the server prints, as the page shows it. */
export interface PrintedBoard {
  board: 'summary' | 'rollout' | 'entities' | 'exemplarity' | 'comparison';
  /** The filters of the page. */
  filters: Parameters;
}

/** The page as a PDF, in one's own language and at one's reading level. */
export function PdfButton({ page, board, filters }: PrintedBoard & { page: string }) {
  const { t } = useTranslation('ui');
  const { language } = useFormat();
  const [level] = useReadingLevel();
  const slug = useOrganizationSlug();
  return (
    <Button
      component="a"
      className={styles.file}
      variant="subtle"
      color="gray"
      size="compact-sm"
      href={addressOf(organizationPath(slug, `${board}.pdf`), { ...filters, language, level })}
      download
      leftSection={<IconFileTypePdf size={16} stroke={1.6} aria-hidden />}
      aria-label={t('pdfOf', { page })}
      title={t('pdfDetail')}
    >
      PDF
    </Button>
  );
}
