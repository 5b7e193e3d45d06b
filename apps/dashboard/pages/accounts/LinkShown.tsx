import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type AccountLink } from '#contract/access.js';
import { useFormat } from '../../i18n/use-format.js';
import styles from './accounts.module.css';

/** To hand over: whoever has it chooses the password of the account. */
export function LinkShown({ link: { url, expiresAt } }: { link: AccountLink }) {
  const { t } = useTranslation('accounts');
  const { language } = useFormat();
  const until = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(expiresAt),
  );
  return (
    <div role="status" className={styles.shown}>
      <p>{t('linkDetail', { until })}</p>
      <code>{url}</code>
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" onClick={copy}>
            {t(copied ? 'copied' : 'copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
