import { Outlet, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession, useSignOut } from '../../api/session.js';
import { useFreshness } from '../../api/freshness.js';
import { useScopes } from '../../api/scopes.js';
import { weekOf } from '../../format/iso-week.js';
import { useFilters, useOrganizationSlug } from '../filters.js';
import { NotFoundPage } from '../NotFoundPage.js';
import { AccountMenu } from './AccountMenu.js';
import { AppFrame } from './AppFrame.js';
import { Banner } from './Banner.js';
import { entriesFor } from './navigation.js';
import { PeriodPicker } from './PeriodPicker.js';
import { TopBar } from './TopBar.js';

/** The frame around every page of one organisation. */
export function OrganizationFrame() {
  const { t } = useTranslation();
  const slug = useOrganizationSlug();
  const session = useSession();
  const [filters, setFilters] = useFilters();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const freshness = useFreshness(slug);
  const scopes = useScopes(slug);
  const organization = session?.organizations.find((each) => each.slug === slug);
  if (!session || !organization) return <NotFoundPage />;

  const { user } = session;
  const lastWeek = freshness ? weekOf(freshness.upTo) : null;
  const choices = session.organizations.map((each) => ({ value: each.slug, label: each.name }));
  const leave = () => signOut.mutate(undefined, { onSettled: () => void navigate({ to: '/sign-in' }) });

  return (
    <AppFrame
      organization={slug}
      entries={entriesFor(user.role)}
      banners={
        <>
          {organization.class === 'synthetic' && <Banner title={t('synthetic')}>{t('syntheticDetail')}</Banner>}
          {!organization.bands && (
            <Banner title={t('bandsOff')} attention>
              {t('bandsOffDetail')}
            </Banner>
          )}
        </>
      }
      top={
        <TopBar
          organization={{ value: slug, label: organization.name }}
          organizations={choices}
          onOrganization={(next) => void navigate({ to: '/o/$organization/overview', params: { organization: next } })}
          scopes={scopes}
          scope={filters.scope ?? null}
          onScope={(scope) => setFilters({ scope })}
          freshness={freshness}
          period={
            <PeriodPicker
              week={filters.week ?? lastWeek}
              lastWeek={lastWeek}
              window={filters.window}
              onWeek={(week) => setFilters({ week: week === lastWeek ? undefined : week })}
              onWindow={(window) => setFilters({ window: window === 28 ? undefined : window })}
            />
          }
          account={<AccountMenu name={user.name ?? user.email} email={user.email} onSignOut={leave} />}
        />
      }
    >
      <Suspense>
        <Outlet />
      </Suspense>
    </AppFrame>
  );
}
