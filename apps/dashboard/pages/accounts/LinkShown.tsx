import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type AccountLink } from '#contract/access.js';
import { useFormat } from '../../i18n/use-format.js';
import styles from './accounts.module.css';

/** Sent, or to hand over: whoever has it chooses the password of the account. */
export function LinkShown({ link: { url, mail, expiresAt } }: { link: AccountLink }) {
  const { t } = useTranslation('accounts');
  const { language } = useFormat();
  const until = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(expiresAt),
  );
  if (url === null)
    return (
      <p role="status" className={styles.shown}>
        {t('linkSent', { until })}
      </p>
    );
  return (
    <div role="status" className={styles.shown}>
      {mail === 'failed' && <p className={styles.refusal}>{t('mailFailed')}</p>}
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
