import { Button } from '@mantine/core';
import { IconPresentation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addressOf, organizationPath } from '../../api/client.js';
import { useFilters, useOrganizationSlug } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import styles from './copil.module.css';

/** The slides of a committee, in one's own language first. */
export function DeckLinks({ committee }: { committee: string }) {
  const { t } = useTranslation('copil');
  const { language: own } = useFormat();
  const slug = useOrganizationSlug();
  const [{ week }] = useFilters();
  const languages = own === 'fr' ? (['fr', 'en'] as const) : (['en', 'fr'] as const);
  return (
    <section className={styles.deck} aria-label={t('deck')}>
      <p>
        {t('deck')} <small>{t('deckHelp')}</small>
      </p>
      <span className={styles.buttons}>
        {languages.map((language) => (
          <Button
            key={language}
            component="a"
            size="xs"
            variant={language === own ? 'filled' : 'default'}
            href={addressOf(organizationPath(slug, `committees/${committee}/deck`), { language, week })}
            download
            leftSection={<IconPresentation size={14} stroke={1.7} aria-hidden />}
          >
            {t(`deckIn_${language}`)}
          </Button>
        ))}
      </span>
    </section>
  );
}
