import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { type QueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { rightsOf } from '../api/rights.js';
import { sessionQuery } from '../api/session.js';
import { ErrorPage } from './ErrorPage.js';
import { NotFoundPage } from './NotFoundPage.js';
import { Search } from './search.js';
import { entriesFor } from './shell/navigation.js';

export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
});

async function demandSession(queries: QueryClient, next: string): Promise<void> {
  const session = await queries.ensureQueryData(sessionQuery);
  if (!session) throw redirect({ to: '/sign-in', search: { next } });
  if (session.account.secondFactor === 'required') throw redirect({ to: '/second-factor' });
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: z.object({
    next: z
      .string()
      .regex(/^\/(o\/|clients)/)
      .optional()
      .catch(undefined),
    /** Why an identity provider's sign-in came back. */
    refused: z.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./SignInPage.js'), 'SignInPage'),
});

/** For every employee, without a sign-in and without a figure. */
const publicPrivacyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/privacy',
  /** Whose rules it says. */
  validateSearch: z.object({ of: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../pages/privacy/PublicPrivacyPage.js'), 'PublicPrivacyPage'),
});

const choosePasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/choose-password',
  component: lazyRouteComponent(() => import('./ChoosePasswordPage.js'), 'ChoosePasswordPage'),
});

/** For whoever has the link of a report: no account. */
const issueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/issue',
  component: lazyRouteComponent(() => import('../pages/issue/IssuePage.js'), 'IssuePage'),
});

const forgottenRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgotten-password',
  component: lazyRouteComponent(() => import('./ForgottenPage.js'), 'ForgottenPage'),
});

const secondFactorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/second-factor',
  beforeLoad: async ({ context }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (session?.account.secondFactor !== 'required') throw redirect({ to: session ? '/' : '/sign-in' });
  },
  component: lazyRouteComponent(() => import('../pages/account/SecondFactorPage.js')),
});

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    const first = session?.organizations[0];
    if (!session) throw redirect({ to: '/sign-in' });
    if (session.account.secondFactor === 'required') throw redirect({ to: '/second-factor' });
    const page = first && entriesFor(rightsOf(first), first)[0]?.page;
    if (first && page) throw redirect({ to: `/o/$organization/${page}`, params: { organization: first.slug } });
    if (session.account.role === 'admin') throw redirect({ to: '/new-organization' });
  },
  component: lazyRouteComponent(() => import('./NoOrganizationPage.js'), 'NoOrganizationPage'),
});

const newOrganizationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/new-organization',
  beforeLoad: async ({ context }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (session?.account.role !== 'admin') throw redirect({ to: session ? '/' : '/sign-in' });
  },
  component: lazyRouteComponent(() => import('./NewOrganizationPage.js'), 'NewOrganizationPage'),
});

/** Own organisations side by side. */
const clientsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/clients',
  validateSearch: Search.pick({ indicator: true, window: true, compare: true }),
  beforeLoad: ({ context, location }) => demandSession(context.queries, location.href),
  component: lazyRouteComponent(() => import('./shell/ClientsFrame.js'), 'ClientsFrame'),
});

const organizationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/o/$organization',
  validateSearch: Search,
  search: { middlewares: [retainSearchParams(['week', 'window', 'scope', 'compare'])] },
  beforeLoad: ({ context, location }) => demandSession(context.queries, location.href),
  component: lazyRouteComponent(() => import('./shell/OrganizationFrame.js'), 'OrganizationFrame'),
});

/** The address of the organisation itself leads to the first page that this account may read there. */
const firstPageRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/',
  beforeLoad: async ({ context, params }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    const organization = session?.organizations.find(({ slug }) => slug === params.organization);
    const page = organization && entriesFor(rightsOf(organization), organization)[0]?.page;
    if (page) throw redirect({ to: `/o/$organization/${page}`, params, replace: true });
  },
});

const pageIn = <const Path extends string>(path: Path, load: () => Promise<{ default: React.ComponentType }>) =>
  createRoute({ getParentRoute: () => organizationRoute, path, component: lazyRouteComponent(load) });

// One line per page; its entry in the rail is one line of shell/navigation.ts.
const pages = organizationRoute.addChildren([
  firstPageRoute,
  pageIn('discover', () => import('../pages/discover/DiscoverPage.js')),
  pageIn('overview', () => import('../pages/overview/OverviewPage.js')),
  pageIn('rollout', () => import('../pages/rollout/RolloutPage.js')),
  pageIn('entities', () => import('../pages/entities/EntitiesPage.js')),
  pageIn('entities/$entity', () => import('../pages/entities/EntityPage.js')),
  pageIn('follow-up', () => import('../pages/follow-up/FollowUpPage.js')),
  pageIn('reports', () => import('../pages/reports/ReportsPage.js')),
  pageIn('copil', () => import('../pages/copil/CopilPage.js')),
  pageIn('exemplarity', () => import('../pages/exemplarity/ExemplarityPage.js')),
  pageIn('ambassadors', () => import('../pages/ambassadors/AmbassadorsPage.js')),
  pageIn('animation', () => import('../pages/animation/AnimationPage.js')),
  pageIn('usage', () => import('../pages/usage/UsagePage.js')),
  pageIn('communities', () => import('../pages/communities/CommunitiesPage.js')),
  pageIn('diagnostic', () => import('../pages/diagnostic/DiagnosticPage.js')),
  pageIn('comparisons', () => import('../pages/comparisons/ComparisonsPage.js')),
  pageIn('sources', () => import('../pages/sources/SourcesPage.js')),
  pageIn('history', () => import('../pages/history/HistoryPage.js')),
  pageIn('groups', () => import('../pages/groups/GroupsPage.js')),
  pageIn('modules', () => import('../pages/modules/ModulesPage.js')),
  pageIn('quality', () => import('../pages/quality/QualityPage.js')),
  pageIn('audit', () => import('../pages/audit/AuditPage.js')),
  pageIn('accounts', () => import('../pages/accounts/AccountsPage.js')),
  pageIn('account', () => import('../pages/account/AccountPage.js')),
  pageIn('privacy', () => import('../pages/privacy/PrivacyPage.js')),
  pageIn('method', () => import('../pages/method/MethodPage.js')),
]);

const galleryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/gallery',
  component: lazyRouteComponent(
    async () => (__GALLERY__ ? import('../gallery/GalleryPage.js') : { GalleryPage: NotFoundPage }),
    'GalleryPage',
  ),
});

export const routeTree = rootRoute.addChildren([
  startRoute,
  signInRoute,
  publicPrivacyRoute,
  choosePasswordRoute,
  issueRoute,
  forgottenRoute,
  secondFactorRoute,
  newOrganizationRoute,
  clientsRoute,
  pages,
  galleryRoute,
]);
