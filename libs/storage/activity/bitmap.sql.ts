/** People per bitmap: 1 KiB, stored inline, so that the slice of a small entity is one row. */
export const segmentSize = 8192;

/**
 * SQL for one bitmap per key and segment out of rows that hold an `ordinal`. Two steps: 64 people become one
 * bigint, then the 128 chunks of a segment are joined as text; setting bits one by one would copy each bitmap
 * once per person.
 *
 * Keys are never null: compared by equality they can be hashed.
 * `columns` gives several bitmaps per key in one pass: name → condition on the source row.
 */
export function bitmaps(source: string, keys: string[], columns: Record<string, string> = { people: 'true' }): string {
  const names = Object.keys(columns);
  const key = keys.map((name) => `${name}, `).join('');
  const same = [...keys, 'segment'].map((name) => `c.${name} = d.${name}`).join(' and ');
  const chunks = names.map(
    (name) => `bit_or(case when ${columns[name]} then 1::bigint << (63 - ordinal % 64) else 0 end) as ${name}`,
  );
  const joined = names.map(
    (name) => `string_agg(coalesce(c.${name}, 0)::bit(64)::text, '' order by n)::bit(${segmentSize}) as ${name}`,
  );
  return `
    with c as materialized (
      select ${key}ordinal / ${segmentSize} as segment, (ordinal % ${segmentSize}) / 64 as chunk, ${chunks.join(', ')}
        from ${source}
       group by ${key}segment, chunk
    )
    select ${keys.map((name) => `d.${name}, `).join('')}d.segment, ${joined.join(', ')}
      from (select distinct ${key}segment from c) as d
     cross join generate_series(0, ${segmentSize / 64 - 1}) as n
      left join c on ${same} and c.chunk = n
     group by ${keys.map((name) => `d.${name}, `).join('')}d.segment`;
}
