import { saysDays } from './says-days.js';

test('the days of a window are said once', () => {
  expect(saysDays('Taux de connexion sur 28 jours', 28)).toBe(true);
  expect(saysDays('28-day connection rate', 28)).toBe(true);
  expect(saysDays('Taux de connexion sur 28 jours', 8)).toBe(false);
  expect(saysDays('Taux d’engagement', 28)).toBe(false);
});
