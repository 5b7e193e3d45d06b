import { useFormat } from '../i18n/use-format.js';

/** Invented names in both languages: they are not the same length. */
export function useWords() {
  const { language, ...format } = useFormat();
  const say = (fr: string, en: string) => (language === 'fr' ? fr : en);
  return {
    ...{ format, say, percent: (value: number) => format.percent(value) },
    wave: (n: number) => (n === 0 ? say('Pilote', 'Pilot') : say(`Vague ${n}`, `Wave ${n}`)),
    people: (n: number) => say(`${format.number(n)} personnes`, `${format.number(n)} people`),
    longName: (n: number) =>
      say(
        `Direction interrégionale de la transformation numérique et des relations sociales ${n}`,
        `Interregional department of digital transformation and of labour relations ${n}`,
      ),
  };
}

export type Words = ReturnType<typeof useWords>;
