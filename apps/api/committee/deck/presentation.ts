import pptxgen from 'pptxgenjs';

type Known = typeof pptxgen.default;

// Of a module the class itself, of a test the module that holds it.
export const Presentation: Known = (pptxgen as { default?: Known }).default ?? (pptxgen as unknown as Known);
export type Presentation = pptxgen.default;
export type Page = pptxgen.default.Slide;
export type TextOptions = pptxgen.default.TextPropsOptions;
export type Cell = pptxgen.default.TableCell;
export type CellOptions = pptxgen.default.TableCellProps;
