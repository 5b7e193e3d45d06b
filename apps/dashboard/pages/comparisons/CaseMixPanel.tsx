import { useTranslation } from 'react-i18next';
import { type CaseMix, type Comparison } from '#contract/comparison.js';
import { useFormat } from '../../i18n/use-format.js';
import { useSay } from '../../i18n/use-say.js';
import { DataTable } from '../../ui/DataTable.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';
import { publishedEnds } from './published-ends.js';

type Stratum = CaseMix['strata'][number];

/** Both sides with the same mix of sizes, and what of the gap the mix explains. */
export function CaseMixPanel({ comparison, caseMix }: { comparison: Comparison; caseMix: CaseMix }) {
  const { t } = useTranslation('comparisons');
  const format = useFormat();
  const say = useSay();
  const [one, other] = comparison.series;
  if (!one || !other) return null;
  const side = (place: 0 | 1, name: string) => [
    {
      key: `weight${place}`,
      share: true,
      label: t('mixPeople', { name }),
      numeric: true,
      // Of the people at places that publish: where none of that size does, there is no share to tell.
      value: ({ weight, counts }: Stratum) => counts[place] && weight[place],
      cell: ({ weight, counts }: Stratum) => {
        const people = counts[place]?.denominator;
        return people ? `${format.range(people)} · ${format.percent(weight[place])}` : t('mixNoPlace');
      },
    },
    {
      key: `rate${place}`,
      share: true,
      label: t('mixRate', { name }),
      numeric: true,
      value: ({ rate }: Stratum) => rate[place],
      cell: ({ counts }: Stratum) => {
        const share = counts[place];
        return share ? format.people(share.numerator, share.denominator) : t('mixNoPlace');
      },
      told: ({ rate, counts }: Stratum) => publishedEnds(rate[place], counts[place], caseMix.days[place]),
    },
  ];
  const table: TableOf<Stratum> = {
    columns: [
      { key: 'size', label: t('mixSize'), value: ({ size }) => t(`mix_${size}`) },
      ...side(0, one.name),
      ...side(1, other.name),
    ],
    rows: caseMix.strata,
    rowKey: ({ size }) => size,
  };
  return (
    <Panel
      query={loaded(caseMix)}
      title={say(caseMix.title)}
      subtitle={t('mixSubtitle', {
        days: new Intl.ListFormat(format.language).format(
          [...new Set(caseMix.days)].map((day) => t('onDay', { day: format.day(day, 'short') })),
        ),
      })}
      caption={say(caseMix.sentence)}
      height={120}
      table={() => table}
    >
      {() => <DataTable {...table} label={say(caseMix.title)} />}
    </Panel>
  );
}
