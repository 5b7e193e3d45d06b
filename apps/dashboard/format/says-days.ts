/** Whether a title names the days of a window itself: « Taux de connexion sur 28 jours » needs no « sur 28 jours » after it. */
export const saysDays = (title: string, days: number): boolean => new RegExp(`(^|\\D)${days}(\\D|$)`).test(title);
