import { type Dice } from './dice.js';

/** Invented people of many origins: first and last names are drawn apart. */
const firstNames =
  `Amina Léa Inès Camille Chloé Fatou Aïcha Yasmine Nadia Claire Hélène Sofia Giulia Ana Beatriz Carmen Lucía Marta
Katarzyna Agnieszka Ioana Elena Ingrid Freja Anouk Femke Aoife Emily Grace Olivia Maya Zoé Jade Priya Ananya Lakshmi Meera Mei Yuki Hana Linh
Thuy Awa Mariam Thandi Nomsa Rosa Valentina Camila Isabela Adrien Hugo Malik Karim Youssef Omar Mamadou Kofi Sipho Thabo Lucas Mathis Bastien
Étienne Paolo Marco Diego Javier Mateo Rafael João Thiago Jan Piotr Tomáš Andrei Mihai Lars Erik Sven Niels Pieter Liam Owen Jack Noah Ethan
Arjun Rohan Vikram Wei Kenji Haruto Minh Quang Tariq Samir Elias Jonas Felix Anton Gabriel Samuel`.split(/\s+/);

const lastNames =
  `Moreau Lambert Garnier Chevalier Perrin Benali Haddad Diallo Traoré Koné Ndiaye Mensah Dlamini Nkosi Schneider Vogel Brandt
Keller Hoffmann Rossi Conti Marino Ricci García Navarro Ortega Molina Silva Carvalho Teixeira Almeida Janssen Visser Dewitt Maes Kowalska Nowak
Wójcik Novák Dvořák Popescu Ionescu Lindberg Nilsson Walker Bennett Hughes Murphy Sullivan Carter Brooks Tremblay Gagnon Mendoza Castillo Rojas
Vargas Souza Barbosa Sharma Iyer Reddy Menon Kapoor Tanaka Mori Sato Nguyen Tran Pham Lim Tan Chua Kelly Rahman Farouk Mansour`.split(
    /\s+/,
  );

export const inventName = (dice: Dice): string => `${dice.pick(firstNames)} ${dice.pick(lastNames)}`;
