import { useQuery } from '@tanstack/react-query';
import { type IndicatorRow, IndicatorRows } from '#contract/indicators.js';
import { get, organizationPath } from '../../api/client.js';
import { useOrganization } from '../../api/organization.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { type Line, measuredBeside } from './figures.js';

/** What Essor measured of the same thing, in the organisation or in a published entity; nothing where it is another. */
export function useMeasured(line: Line): IndicatorRow[] {
  const slug = useOrganizationSlug();
  const { data: organization } = useOrganization();
  const key = measuredBeside(line);
  const node = organization?.nodes.find(({ entity }) => entity === line.scope)?.key;
  const isPlace = line.scope === '' || node !== undefined;
  const parameters = {
    keys: key,
    window: line.windowDays || undefined,
    ...(line.scope === '' ? {} : { by: 'entity', nodes: node }),
    from: line.figures[0]?.periodEnd,
    to: organization?.week ?? undefined,
  };
  const { data } = useQuery({
    queryKey: ['reading', slug, 'indicators', parameters],
    queryFn: ({ signal }) => get(organizationPath(slug, 'indicators'), IndicatorRows, parameters, signal),
    enabled: key !== null && isPlace && organization?.week != null,
  });
  return data?.rows.filter(({ shown }) => shown === 'value') ?? [];
}
