import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { placeName } from '#domain/sentences/place-name.js';
import { definitionsQuery } from '../../api/definitions.js';
import { useOrganization } from '../../api/organization.js';
import { useSession } from '../../api/session.js';
import { useViews } from '../../api/views.js';
import { useFormat } from '../../i18n/use-format.js';
import { hasClients } from '../shell/has-clients.js';
import { type Entry } from '../shell/navigation.js';
import { type Destination } from './find-entries.js';

/** Everything that this account may go to in the organisation of the address, in the order of the rail and of the tree. */
export function useDestinations(entries: readonly Entry[]): Destination[] {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { data: organization } = useOrganization();
  const opens = (page: Entry['page']) => entries.some((entry) => entry.page === page);
  const [readsPlaces, readsMethod] = [opens('entities'), opens('method')];
  const { data: definitions } = useQuery({ ...definitionsQuery, enabled: readsMethod });
  const { data: views } = useViews();
  const session = useSession();
  const nodes = readsPlaces ? (organization?.nodes ?? []) : [];
  const nameOf = new Map(nodes.map(({ key, name }) => [key, name]));
  return [
    ...(views?.views ?? []).map(({ name, address }) => ({ kind: 'view' as const, key: address, label: name })),
    ...entries.map(({ page }) => ({ kind: 'page' as const, key: page, label: t(page) })),
    ...(hasClients(session?.organizations ?? [])
      ? [{ kind: 'page' as const, key: '/clients', label: t('clients') }]
      : []),
    ...nodes.map((node) => ({
      ...{ kind: 'place' as const, key: node.key, label: placeName(node, language) },
      // Names of all who are read together: the label stops at three.
      detail: [node.parent === null ? '' : nameOf.get(node.parent), ...node.members.slice(2)]
        .filter(Boolean)
        .join(', '),
    })),
    ...(readsMethod ? [...(definitions?.indicators ?? []), ...(definitions?.derived ?? [])] : []).map(
      ({ key, title }) => ({ ...{ kind: 'definition' as const, key }, label: title[language], detail: key }),
    ),
  ];
}
