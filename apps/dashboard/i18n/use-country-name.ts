import { useFormat } from './use-format.js';

/** Names of countries in the language of the screen. */
export function useCountryName(): (code: string) => string {
  const { language } = useFormat();
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return (code) => names.of(code) ?? code;
}
