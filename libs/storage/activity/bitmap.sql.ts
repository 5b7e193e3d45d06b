/** People per bitmap: 1 KiB, stored inline, so that the slice of a small entity is one row. */
export const segmentSize = 8192;

/**
 * SQL for one bitmap per key and segment out of rows that hold an `ordinal`. Two steps: 64 people become one
 * bigint, then the chunks of a segment are joined as hexadecimal text; setting bits one by one would copy each bitmap
 * once per person.
 *
 * `columns` gives several bitmaps per key in one pass: name → condition on the source row.
 */
export function bitmaps(source: string, keys: string[], columns: Record<string, string> = { people: 'true' }): string {
  const names = Object.keys(columns);
  const key = keys.map((name) => `${name}, `).join('');
  const chunks = names.map(
    (name) => `bit_or(case when ${columns[name]} then 1::bigint << (63 - ordinal % 64) else 0 end) as ${name}`,
  );
  // Chunks without anybody are written as zeros; the last ones are added by the cast.
  const joined = names.map(
    (name) =>
      `('x' || string_agg(repeat('0', 16 * gap) || lpad(to_hex(${name}), 16, '0'), '' order by chunk))::bit(${segmentSize}) as ${name}`,
  );
  return `
    with c as materialized (
      select ${key}ordinal / ${segmentSize} as segment, (ordinal % ${segmentSize}) / 64 as chunk, ${chunks.join(', ')}
        from ${source}
       group by ${key}segment, chunk
    ),
    d as (select *, chunk - 1 - lag(chunk, 1, -1) over (partition by ${key}segment order by chunk) as gap from c)
    select ${key}segment, ${joined.join(', ')}
      from d
     group by ${key}segment`;
}
