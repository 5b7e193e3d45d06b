import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const ours: MantineColorsTuple = [
  '#edf2fe',
  '#dbe5fc',
  '#b8ccf9',
  '#92b0f6',
  '#7fa3ff',
  '#3d68d8',
  '#2457d6',
  '#1f4bbb',
  '#1a3f9c',
  '#15337d',
];

const grey: MantineColorsTuple = [
  '#f6f7f9',
  '#eff1f4',
  '#e3e6eb',
  '#cbd1d9',
  '#a9b2be',
  '#8a94a3',
  '#626d7b',
  '#48515e',
  '#2b323b',
  '#171b21',
];

const night: MantineColorsTuple = [
  '#eceff3',
  '#b6bfca',
  '#929dab',
  '#5f6a77',
  '#3b444f',
  '#282f38',
  '#1f242c',
  '#171b21',
  '#12161b',
  '#0f1216',
];

/** One family, four sizes, an 8-pixel grid. Colours with a meaning live in tokens.css. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontSizes: {
    xs: 'var(--text-small)',
    sm: 'var(--text-body)',
    md: 'var(--text-body)',
    lg: 'var(--text-title)',
    xl: 'var(--text-figure)',
  },
  spacing: { xs: '8px', sm: '16px', md: '24px', lg: '32px', xl: '48px' },
  headings: { fontWeight: '620', sizes: { h1: { fontSize: 'var(--text-title)', lineHeight: '1.4' } } },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  primaryColor: 'ours',
  primaryShade: { light: 6, dark: 5 },
  colors: { ours, gray: grey, dark: night },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 }, withinPortal: true } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 }, position: 'bottom-end' } },
    Tooltip: {
      defaultProps: {
        transitionProps: { duration: 100 },
        openDelay: 250,
        events: { hover: true, focus: true, touch: false },
      },
    },
    // A choice longer than its field ends in dots, never in half a letter.
    Select: { styles: { input: { textOverflow: 'ellipsis' } } },
    Button: { defaultProps: { size: 'sm' } },
    SegmentedControl: {
      defaultProps: { size: 'xs', transitionDuration: 100 },
      styles: { root: { background: 'var(--sunken)' }, label: { padding: '4px 10px' } },
    },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 120 } } },
  },
});

/** Lays Mantine's own names over ours, so that both themes are designed once. */
export const cssVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--page)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-faint)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--sunken)',
    '--mantine-color-default-border': 'var(--hairline-strong)',
    '--mantine-color-placeholder': 'var(--ink-faint)',
    '--mantine-color-error': 'var(--alarm)',
    '--mantine-color-anchor': 'var(--series-ours)',
    '--mantine-shadow-md': 'var(--shadow-float)',
  };
  return { variables: {}, light: both, dark: both };
};
