import { type Language } from '#domain/sentences/language.js';
import { type Figure } from './figures.js';

/** `null` is a gap, drawn as one. `low` and `high`: what is drawn as a band around it. */
export interface LinePoint {
  x: number;
  value: number | null;
  low?: number | null;
  high?: number | null;
}

export interface Line {
  name: string;
  /** Its last value as the page writes it; '' where that is not told as one share. */
  end: string;
  role: 'ours' | 'plan' | 'context';
  points: readonly LinePoint[];
}

/** Something dated that stands on a chart, told below it. */
export interface Mark {
  x: number;
  label: string;
}

export interface LineChart {
  kind: 'line';
  title: string;
  lines: readonly Line[];
  ticks: readonly Mark[];
  marks: readonly Mark[];
  /** Points further apart are not joined. */
  joinedWithin: number;
}

export interface Bar {
  label: string;
  /** 0 to 1. */
  value: number;
  low?: number | null;
  high?: number | null;
  /** What was asked for, or what others do. */
  mark: number | null;
  text: string;
}

export interface BarChart {
  kind: 'bars';
  title: string;
  bars: readonly Bar[];
  names: { bar: string; mark: string };
}

export interface ReportTable {
  title: string;
  head: readonly string[];
  /** Shares of the width. */
  widths: readonly number[];
  rows: readonly (readonly string[])[];
  /** How far below another each row lies, where the table is a tree. */
  depths?: readonly number[];
  /** Said in the place of rows where there are none. */
  none: string;
}

export interface ReportList {
  title: string;
  items: readonly string[];
  /** Said in the place of items where there are none. */
  none: string;
}

/** One board: what is found, its numbers, its picture and its rows, in this order. */
export interface ReportPart {
  page: string;
  finding: string;
  /** Quieter: how far it reaches, what comes next. */
  beside: string;
  figures: readonly Figure[];
  charts: readonly (LineChart | BarChart)[];
  lists: readonly ReportList[];
  tables: readonly ReportTable[];
  /** What the figures mean. */
  definitions: readonly string[];
}

/** A board, or several, to be printed. */
export interface Report {
  title: string;
  language: Language;
  organization: string;
  /** Filters, as of when, computed when: printed on every page. */
  scope: string;
  /** Instant of the publication it tells, in ISO: two drawings of it are the same bytes. */
  publishedAt: string | null;
  /** Heads what the figures mean. */
  definitions: string;
  parts: readonly ReportPart[];
}
