import { suggestKind } from './suggested-kind.js';

it.each([
  ['Projet Lyon 2026', null, 'project'],
  ['ERP_migration', null, 'project'],
  ['Communauté des acheteurs', null, 'community'],
  ['Club Excel', null, 'community'],
  ['Demandes RH', null, 'process'],
  ['IT-Support', null, 'process'],
  ['Petites annonces', null, 'social'],
  ['Course à pied du midi', null, 'social'],
  // What people do together outweighs the word for being together.
  ['Club de foot', null, 'social'],
  // A template was chosen on purpose.
  ['Club Excel', 'Project', 'project'],
  ['Lyon', 'communauté', 'community'],
  ['Club Excel', 'constructor', 'community'],
  ['Einführungsprojekt SAP', null, 'project'],
  ['Qualitätsprozesse Werk 2', null, 'process'],
  ['Fußball am Freitag', null, 'social'],
  ['Proyecto Sevilla', null, 'project'],
  ['Segnalazioni impianti', null, 'process'],
  ['Comunità acquirenti', null, 'community'],
  ['Lugano', 'Progetto', 'project'],
  // Words stand for themselves only.
  ['Projection', null, null],
  ['Direction générale', null, null],
  ['', null, null],
  ['日本', null, null],
])('%j made as %j is perhaps %s', (name, template, kind) => {
  expect(suggestKind(name, template)).toBe(kind);
});
