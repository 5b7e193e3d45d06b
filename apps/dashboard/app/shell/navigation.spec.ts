import { type Role } from '#contract/access.js';
import { rightsOf } from '../../api/rights.js';
import { closedTo, entriesFor, filtersOf } from './navigation.js';

const pages = (role: Role, organization: Parameters<typeof entriesFor>[1], scope: string | null = null) =>
  entriesFor(rightsOf({ role, scope }), organization).map(({ page }) => page);

describe('the rail', () => {
  it('leaves out what a module that is off would fill', () => {
    expect(pages('admin', { class: 'personal', modules: {} })).not.toContain('exemplarity');
    expect(pages('admin', { class: 'personal', modules: { exemplarity: '2026-01-05' } })).toContain('exemplarity');
    expect(pages('admin', { class: 'synthetic', modules: {} })).toContain('exemplarity');
  });

  it('says where modules are declared, where there is anything to declare', () => {
    expect(pages('project_manager', { class: 'personal', modules: {} })).toContain('modules');
    expect(pages('project_manager', { class: 'public', modules: {} })).not.toContain('modules');
  });

  it('opens invented data on the way through them, for whoever may read all of it', () => {
    expect(pages('consultant', { class: 'synthetic', modules: {} })[0]).toBe('discover');
    expect(pages('consultant', { class: 'public', modules: {} })[0]).toBe('overview');
    expect(pages('sponsor', { class: 'synthetic', modules: {} })).toEqual(['overview', 'rollout', 'copil']);
  });

  it('shows a sponsor the three pages that a sponsor may open', () => {
    expect(pages('sponsor', { class: 'public', modules: {} })).toEqual(['overview', 'rollout', 'copil']);
  });

  it('shows whoever may see one entity the pages that can be about one, whatever the role', () => {
    const own = ['overview', 'rollout', 'entities', 'follow-up', 'method'];
    expect(pages('local_lead', { class: 'public', modules: {} }, 'lyon')).toEqual(own);
    const mailing = own.toSpliced(4, 0, 'reports');
    expect(pages('project_manager', { class: 'public', modules: {} }, 'lyon')).toEqual(mailing);
  });

  it('shows the data-protection officer no figure', () => {
    expect(pages('data_protection_officer', { class: 'public', modules: {} })).toEqual(['privacy', 'audit', 'method']);
  });
});

describe('a link that somebody else sent', () => {
  it('is told from one that leads nowhere, by the rights of whoever opens it', () => {
    const lead = rightsOf({ role: 'local_lead', scope: 'lyon' });
    const closed = (page: string, rights = lead) => closedTo(`/o/acme/${page}`, rights)?.page;
    for (const page of ['entities', 'entities/lyon', 'overview', 'history', 'nowhere', ''])
      expect(closed(page)).toBeUndefined();
    for (const page of ['diagnostic', 'copil', 'privacy', 'audit'] as const) expect(closed(page)).toBe(page);
    expect(closed('entities/lyon', rightsOf({ role: 'sponsor', scope: null }))).toBe('entities');
  });
});

describe('the top bar', () => {
  it('offers the filters that the page reads, and none elsewhere', () => {
    expect(filtersOf('/o/acme/entities/lyon')).toEqual(['scope', 'week', 'window', 'compare', 'plan']);
    expect(filtersOf('/o/acme/entities')).toEqual(['scope', 'week', 'window']);
    expect(filtersOf('/o/acme/usage')).toEqual(['scope', 'week', 'compare']);
    expect(filtersOf('/o/acme/sources')).toEqual([]);
    expect(filtersOf('/o/acme/nowhere')).toEqual([]);
  });
});
