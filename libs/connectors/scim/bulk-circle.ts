import { asObject } from './loose-value.js';

/** A bulkId that would have to exist before itself; null = none. Ids that nothing creates are not followed. */
export function circularBulkId(operations: readonly unknown[]): string | null {
  const needs = new Map<string, string[]>();
  for (const one of operations) {
    const { bulkId, data } = asObject(one) ?? {};
    if (typeof bulkId !== 'string') continue;
    const named = [...JSON.stringify(data ?? null).matchAll(/"bulkId:([^"]+)"/g)].map(([, id]) => id ?? '');
    needs.set(bulkId, [...(needs.get(bulkId) ?? []), ...named]);
  }
  const done = new Set<string>();
  for (const start of needs.keys()) {
    const path = new Set<string>();
    const open: { id: string; leaving: boolean }[] = [{ id: start, leaving: false }];
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      if (step.leaving) {
        path.delete(step.id);
        done.add(step.id);
        continue;
      }
      if (path.has(step.id)) return step.id;
      if (done.has(step.id)) continue;
      path.add(step.id);
      open.push({ id: step.id, leaving: true });
      for (const id of needs.get(step.id) ?? []) open.push({ id, leaving: false });
    }
  }
  return null;
}
