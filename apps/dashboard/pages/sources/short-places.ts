/** The names of places without the top that all of them have in common, where they say more than that. */
export function shortPlaces(places: readonly string[]): string[] {
  const [first = ''] = places;
  const end = first.indexOf(' > ');
  const top = end < 0 ? null : first.slice(0, end + 3);
  return top !== null && places.length > 1 && places.every((place) => place.startsWith(top) && place !== top)
    ? places.map((place) => place.slice(top.length))
    : [...places];
}
