import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';

/** Warm greys: paper at one end, ink at the other. */
const gray: MantineColorsTuple = [
  '#f5f3ee',
  '#efede7',
  '#e7e4dc',
  '#dedbd3',
  '#cfcbc1',
  '#ada99f',
  '#7c7870',
  '#57544e',
  '#3b3935',
  '#1d1c1a',
];
/** The same for the dark scheme: 0 is text, 4 hairlines, 6 surfaces, 7 the page. */
const dark: MantineColorsTuple = [
  '#edebe6',
  '#c9c6bf',
  '#a5a29b',
  '#76736d',
  '#3a3835',
  '#2b2a28',
  '#201f1e',
  '#171716',
  '#121211',
  '#0c0c0b',
];

/** Paper and ink: controls are ink, so that colour is left to say in what state something is. */
export const theme = createTheme({
  colors: { gray, dark, ink: gray },
  primaryColor: 'ink',
  primaryShade: { light: 9, dark: 0 },
  black: '#1d1c1a',
  white: '#ffffff',
  fontFamily: "'IBM Plex Sans', system-ui, sans-serif",
  fontFamilyMonospace: "'IBM Plex Mono', ui-monospace, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.45' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.45' },
      h2: { fontSize: '16px', lineHeight: '1.45' },
      h3: { fontSize: '14px', lineHeight: '1.45' },
    },
  },
  radius: { sm: '6px', md: '6px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    const isInk = input.color === undefined || input.color === 'ink';
    return input.variant === 'filled' && isInk
      ? { ...colors, color: 'var(--labcast-paper)' }
      : colors;
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm' } },
    // Ink is light on dark: what is drawn on it is paper, not white.
    Checkbox: { defaultProps: { iconColor: 'var(--labcast-paper)' } },
    Radio: { defaultProps: { iconColor: 'var(--labcast-paper)' } },
    Anchor: { defaultProps: { underline: 'always', c: 'inherit' } },
    Menu: {
      defaultProps: {
        shadow: 'md',
        withinPortal: true,
        checkIcon: <IconCheck aria-hidden size={16} stroke={1.5} />,
      },
    },
    Modal: {
      defaultProps: {
        centered: true,
        closeButtonProps: { 'aria-label': 'Close' },
        overlayProps: { backgroundOpacity: 0.35 },
        styles: { title: { fontSize: '16px', fontWeight: 600 } },
      },
    },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
  },
});
