import { useParams } from '@tanstack/react-router';
import { type OpenOrganization } from '#contract/access.js';
import { useSession } from './session.js';

/** What somebody is in one organisation. */
export type Standing = Pick<OpenOrganization, 'role' | 'scope'>;

/** What pages show or leave out. The server decides: what is wrongly shown here is refused there. */
export interface Rights {
  /** Synthèse and Déploiement. */
  steers: boolean;
  /** How the next wave is prepared and decided upon. */
  prepares: boolean;
  /** Steering committees and what they decided. */
  readsCommittees: boolean;
  /** Boards that go out by mail; of one entity, those of that entity. */
  reports: boolean;
  /** Entities, their indicators, and whom to call. */
  readsPlaces: boolean;
  /** The other pages. */
  readsAll: boolean;
  /** Whether anyone is watched, and how that is recorded. */
  readsPrivacy: boolean;
  /** What representatives and the data-protection officer are given to read. */
  readsDossier: boolean;
  /** What a person may ask for: everything stored about them, to be left out, to be erased. */
  answersRights: boolean;
  /** Who did what to the settings. */
  readsAudit: boolean;
  /** Actions, calls, surveys and other declared facts. */
  declaresFacts: boolean;
  /** Files in, waves, mandates, words, modules. */
  manages: boolean;
  administers: boolean;
}

export function rightsOf({ role, scope }: Standing): Rights {
  const isWhole = scope === null;
  const manages = isWhole && (role === 'admin' || role === 'project_manager');
  const steers = role !== 'data_protection_officer';
  const readsAll = manages || (isWhole && (role === 'consultant' || role === 'animator'));
  const protects = isWhole && role === 'data_protection_officer';
  return {
    steers,
    prepares: isWhole && steers,
    readsCommittees: manages || (isWhole && (role === 'consultant' || role === 'sponsor')),
    reports: role === 'admin' || role === 'project_manager' || role === 'consultant',
    readsPlaces: steers && role !== 'sponsor',
    readsAll,
    readsPrivacy: readsAll || protects,
    readsDossier: manages || protects,
    answersRights: (isWhole && role === 'admin') || protects,
    readsAudit: (isWhole && role === 'admin') || protects,
    declaresFacts: manages || (isWhole && role === 'animator'),
    manages,
    administers: isWhole && role === 'admin',
  };
}

const nobody: Standing = { role: 'data_protection_officer', scope: '' };

/** What the whole is to the person signed in: '' = the organisation, else the key of the one entity that may be seen. */
export function useWhole(): string {
  const { organization } = useParams({ strict: false });
  return useSession()?.organizations.find(({ slug }) => slug === organization)?.scope ?? '';
}

/** Of the person signed in, in the organisation of the address. */
export function useRights(): Rights {
  const { organization } = useParams({ strict: false });
  const open = useSession()?.organizations.find(({ slug }) => slug === organization);
  return rightsOf(open ?? nobody);
}
