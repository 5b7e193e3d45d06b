import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountLanguage, useSession, useSignOut, useSignOutEverywhere } from '../../api/session.js';
import { useNews } from '../../api/live.js';
import { useOrganization } from '../../api/organization.js';
import { placeOfWord } from '../../ui/use-held-back.js';
import { rightsOf } from '../../api/rights.js';
import { placeName } from '#domain/sentences/place-name.js';
import { useHouseWords } from '../../i18n/house-words.js';
import { useFormat } from '../../i18n/use-format.js';
import { useFilters, useOrganizationSlug } from '../filters.js';
import { NotFoundPage } from '../NotFoundPage.js';
import { AccountMenu } from './AccountMenu.js';
import { PageSheetsContext } from '../../ui/page-sheets.js';
import { PageSkeleton } from '../../ui/PageSkeleton.js';
import { PageWeek } from '../../ui/page-week.js';
import { AppFrame } from './AppFrame.js';
import { Banner } from './Banner.js';
import { FirstWeekBanner } from './FirstWeekBanner.js';
import { ComparePicker } from './ComparePicker.js';
import { hasClients } from './has-clients.js';
import { closedTo, entriesFor, filtersOf } from './navigation.js';
import { NotYours } from './NotYours.js';
import { PeriodPicker } from './PeriodPicker.js';
import { TopBar } from './TopBar.js';
import { PaletteButton } from '../palette/PaletteButton.js';
import { UndoneBanner } from './UndoneBanner.js';
import { usePageSheets } from './use-page-sheets.js';
import { ViewsButton } from './ViewsButton.js';

/** The frame around every page of one organisation. */
export function OrganizationFrame() {
  const { t } = useTranslation();
  const { t: ui } = useTranslation('ui');
  const slug = useOrganizationSlug();
  const session = useSession();
  const [filters, setFilters] = useFilters();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const reads = filtersOf(pathname);
  const signOut = useSignOut();
  const signOutEverywhere = useSignOutEverywhere();
  const tellLanguage = useAccountLanguage();
  const { data: details } = useOrganization();
  const { news, read } = useNews(slug, session?.organizations.some((each) => each.slug === slug) ?? false);
  const format = useFormat();
  useHouseWords(format.language, details?.houseWords);
  const organization = session?.organizations.find((each) => each.slug === slug);
  const sheets = usePageSheets({ name: organization?.name ?? slug, organization: details, filters, pathname });
  if (!session || !organization) return <NotFoundPage />;

  const { account } = session;
  const weeks = (details?.weeks ?? []).filter((week) => !week.provisional);
  const last = weeks[0];
  // Before the first week is closed, pages show the running one.
  const shown = last ?? details?.weeks[0];
  const choices = session.organizations.map((each) => ({ value: each.slug, label: each.name }));
  const entries = entriesFor(rightsOf(organization), organization);
  const closed = closedTo(pathname, rightsOf(organization));
  const left = { onSettled: () => void navigate({ to: '/sign-in' }) };

  return (
    <PageSheetsContext value={sheets}>
      <AppFrame
        organization={slug}
        entries={entries}
        banners={
          <>
            {organization.class === 'synthetic' && (
              <Banner
                title={t('synthetic')}
                action={account.role === 'admin' && <Link to="/new-organization">{t('withOwnData')}</Link>}
              >
                {t('syntheticDetail')}
              </Banner>
            )}
            {!organization.bands && (
              <Banner title={t('bandsOff')} attention>
                {t('bandsOffDetail')}
              </Banner>
            )}
            {details && details.waiting > 0 && (
              <Banner title={t('counting', { count: details.waiting, n: format.number(details.waiting) })} waiting>
                {t('countingDetail')}
              </Banner>
            )}
            {details?.firstWeek && (
              <FirstWeekBanner
                week={details.firstWeek}
                action={
                  details.firstWeek.state === 'held' &&
                  rightsOf(organization).manages && (
                    <Link to="/o/$organization/sources" params={{ organization: slug }} hash={placeOfWord}>
                      {ui('toSources')}
                    </Link>
                  )
                }
              />
            )}
            <UndoneBanner weeks={details?.weeks ?? []} page={pathname} />
          </>
        }
        top={
          <TopBar
            organization={{ value: slug, label: organization.name }}
            organizations={choices}
            onOrganization={(next) =>
              void navigate({ to: '/o/$organization/overview', params: { organization: next } })
            }
            onClients={hasClients(session.organizations) ? () => void navigate({ to: '/clients' }) : undefined}
            onNewOrganization={account.role === 'admin' ? () => void navigate({ to: '/new-organization' }) : undefined}
            scopes={(reads.includes('scope') ? (details?.nodes ?? []) : [])
              .filter(({ parent }) => parent !== null)
              .map((node) => ({ value: node.key, label: placeName(node, format.language) }))}
            scope={filters.scope ?? null}
            onScope={(scope) => setFilters({ scope })}
            freshness={shown ? { upTo: shown.through, computedAt: new Date(shown.publishedAt) } : details && null}
            news={news}
            onNews={() => {
              read();
              setFilters({ week: undefined });
            }}
            period={
              <PeriodPicker
                week={reads.includes('week') ? (filters.week ?? last?.weekEnd ?? null) : null}
                weeks={weeks.map((week) => week.weekEnd)}
                window={reads.includes('window') ? filters.window : null}
                onWeek={(week) => setFilters({ week: week === last?.weekEnd ? undefined : week })}
                onWindow={(window) => setFilters({ window: window === 28 ? undefined : window })}
              />
            }
            compare={
              reads.includes('compare') &&
              rightsOf(organization).readsPlaces &&
              details?.week != null && (
                <ComparePicker
                  waves={details.waves}
                  hasPlan={reads.includes('plan')}
                  compare={filters.compare}
                  onCompare={(compare) => setFilters({ compare })}
                />
              )
            }
            find={
              <>
                <PaletteButton organization={slug} entries={entries} />
                <ViewsButton />
              </>
            }
            account={
              <AccountMenu
                name={account.name}
                email={account.email}
                onLanguage={tellLanguage.mutate}
                onAccount={() => void navigate({ to: '/o/$organization/account', params: { organization: slug } })}
                onSignOut={() => signOut.mutate(undefined, left)}
                onSignOutEverywhere={() => signOutEverywhere.mutate(undefined, left)}
              />
            }
          />
        }
      >
        <PageWeek value={details?.week ?? null}>
          {closed ? (
            <NotYours organization={slug} page={closed.page} entries={entries} />
          ) : (
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
          )}
        </PageWeek>
      </AppFrame>
    </PageSheetsContext>
  );
}
