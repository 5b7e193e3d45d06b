import { Link, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountLanguage, useSession, useSignOut, useSignOutEverywhere } from '../../api/session.js';
import { useHouseWords } from '../../i18n/house-words.js';
import { useFormat } from '../../i18n/use-format.js';
import { PageSkeleton } from '../../ui/PageSkeleton.js';
import ClientsPage from '../../pages/comparisons/clients/ClientsPage.js';
import { NotFoundPage } from '../NotFoundPage.js';
import { AccountMenu } from './AccountMenu.js';
import styles from './AppFrame.module.css';
import { hasClients } from './has-clients.js';
import { Logo } from './Logo.js';
import { TopBar } from './TopBar.js';

/** The one page of figures that is in no organisation: no rail, no words of a house. */
export function ClientsFrame() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const session = useSession();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const signOutEverywhere = useSignOutEverywhere();
  const tellLanguage = useAccountLanguage();
  useHouseWords(language, undefined);
  const first = session?.organizations[0];
  if (!session || !first || !hasClients(session.organizations)) return <NotFoundPage />;
  const left = { onSettled: () => void navigate({ to: '/sign-in' }) };
  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip}>
        {t('skip')}
      </a>
      <div className={styles.column}>
        <TopBar
          brand={
            <Link to="/" className={styles.brand} aria-label={t('product')}>
              <Logo />
            </Link>
          }
          organization={{ value: '', label: t('clients') }}
          organizations={session.organizations.map(({ slug, name }) => ({ value: slug, label: name }))}
          onOrganization={(organization) =>
            // Whom one compared here is no side there.
            void navigate({ to: '/o/$organization', params: { organization }, search: { compare: undefined } })
          }
          scopes={[]}
          scope={null}
          onScope={() => undefined}
          freshness={undefined}
          news={null}
          onNews={() => undefined}
          period={null}
          compare={null}
          find={null}
          account={
            <AccountMenu
              name={session.account.name}
              email={session.account.email}
              onLanguage={tellLanguage.mutate}
              onAccount={() => void navigate({ to: '/o/$organization/account', params: { organization: first.slug } })}
              onSignOut={() => signOut.mutate(undefined, left)}
              onSignOutEverywhere={() => signOutEverywhere.mutate(undefined, left)}
            />
          }
        />
        <main id="content" tabIndex={-1} className={styles.content}>
          <Suspense fallback={<PageSkeleton />}>
            <ClientsPage />
          </Suspense>
        </main>
      </div>
    </div>
  );
}
