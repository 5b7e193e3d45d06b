interface Placed {
  key: string;
  parent: string | null;
}

/** Rows whose ancestors are all unfolded, children under their parent, with how deep they stand. */
export function visibleRows<Row extends Placed>(rows: Row[], open: ReadonlySet<string>) {
  const keys = new Set(rows.map(({ key }) => key));
  const children = new Map<string | null, Row[]>();
  for (const row of rows) {
    // A row whose parent is not in the table stands at the top.
    const parent = row.parent !== null && keys.has(row.parent) ? row.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), row]);
  }
  const visible: { row: Row; depth: number; hasChildren: boolean }[] = [];
  const walk = (parent: string | null, depth: number) => {
    for (const row of children.get(parent) ?? []) {
      const hasChildren = children.has(row.key);
      visible.push({ row, depth, hasChildren });
      if (hasChildren && open.has(row.key)) walk(row.key, depth + 1);
    }
  };
  walk(null, 0);
  return visible;
}
