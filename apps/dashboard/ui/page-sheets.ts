import { createContext, type RefObject, useContext, useEffect, useId } from 'react';
import { type ExportedTable } from './exported-table.js';

/** Name and value, as the reader of a file needs them. */
export type Fact = readonly [name: string, value: string];

/** A panel as it leaves with its page. */
export interface PanelSheet {
  title: string;
  /** The measure and its unit. */
  subtitle: string;
  section: RefObject<HTMLElement | null>;
  table: () => ExportedTable;
}

/** Everything on a page that its file tells: each part says what it shows, while it shows it. */
export class PageSheets {
  /** Whose figures, where, when and how fresh. */
  view: readonly Fact[] = [];
  /** Where the same view is found again. */
  link = (): string => location.href;
  readonly notes = new Map<string, string>();
  private readonly panels = new Map<string, PanelSheet | 'awaited'>();
  private readonly listeners = new Set<() => void>();

  readonly hasAny = (): boolean => this.panels.size > 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  put(key: string, panel: PanelSheet | 'awaited' | null): void {
    const hadAny = this.hasAny();
    if (panel) this.panels.set(key, panel);
    else this.panels.delete(key);
    if (this.hasAny() !== hadAny) for (const listener of this.listeners) listener();
  }

  /** From the top of the page to its bottom. */
  inOrder(): PanelSheet[] {
    const place = ({ section }: PanelSheet) => section.current;
    return [...this.panels.values()]
      .filter((panel) => panel !== 'awaited')
      .sort((one, other) => {
        const [a, b] = [place(one), place(other)];
        return a && b && a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
      });
  }
}

/** Null outside an organisation, where no page has a file. */
export const PageSheetsContext = createContext<PageSheets | null>(null);

/** Leaves with the page as long as it is on it; awaited until its figures are known. */
export function usePanelSheet(panel: PanelSheet | 'awaited' | null): void {
  const sheets = useContext(PageSheetsContext);
  const key = useId();
  useEffect(() => sheets?.put(key, panel));
  useEffect(() => () => sheets?.put(key, null), [sheets, key]);
}

/** A fact about the whole screen that its file must not hide. */
export function usePageNote(note: string): void {
  const sheets = useContext(PageSheetsContext);
  const key = useId();
  useEffect(() => {
    sheets?.notes.set(key, note);
    return () => void sheets?.notes.delete(key);
  }, [sheets, key, note]);
}
