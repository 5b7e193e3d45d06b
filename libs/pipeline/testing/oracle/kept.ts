/** Reckons a thing of an object once: naive is not the same as slow. */
export function kept<Of extends object, Key extends string, Value>(reckon: (of: Of, key: Key) => Value) {
  const known = new WeakMap<Of, Map<Key, Value>>();
  return (of: Of, key: Key): Value => {
    const values = known.get(of) ?? new Map<Key, Value>();
    known.set(of, values);
    const value = values.get(key) ?? reckon(of, key);
    values.set(key, value);
    return value;
  };
}
