/** Every zone that the browser knows, by name, after those that are likely to be meant and UTC. */
export const timeZones = (...first: readonly string[]): string[] => [
  ...new Set([...first.filter(Boolean), 'UTC', ...Intl.supportedValuesOf('timeZone')]),
];
