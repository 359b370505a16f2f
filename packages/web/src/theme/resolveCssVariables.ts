import type { CSSVariablesResolver } from '@mantine/core';
import { stateColors } from './stateLooks.ts';

const light = {
  '--labcast-paper': '#faf9f6',
  '--labcast-surface': '#ffffff',
  '--labcast-ink': '#1d1c1a',
  '--labcast-hairline': '#dedbd3',
  /** Edges that one has to see to find a control: 3:1 on paper. */
  '--labcast-control-line': '#8c887f',
  '--labcast-hover': '#f1efe9',
};
const dark = {
  '--labcast-paper': '#171716',
  '--labcast-surface': '#201f1e',
  '--labcast-ink': '#edebe6',
  '--labcast-hairline': '#3a3835',
  '--labcast-control-line': '#7f7b75',
  '--labcast-hover': '#2b2a28',
};

const shared = {
  '--mantine-color-body': 'var(--labcast-paper)',
  '--mantine-color-text': 'var(--labcast-ink)',
  '--mantine-color-default': 'var(--labcast-surface)',
  '--mantine-color-default-hover': 'var(--labcast-hover)',
  '--mantine-color-default-border': 'var(--labcast-hairline)',
  '--mantine-color-ink-text': 'var(--labcast-ink)',
  '--mantine-color-ink-filled': 'var(--labcast-ink)',
  '--mantine-color-ink-light': 'var(--labcast-hover)',
  '--mantine-color-ink-light-hover': 'var(--labcast-hairline)',
  '--mantine-color-ink-light-color': 'var(--labcast-ink)',
  '--mantine-color-ink-outline': 'var(--labcast-control-line)',
};

/** The tokens of paper and ink, and Mantine's own names led to them. */
export const resolveCssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...light,
    ...shared,
    ...stateVariables('light'),
    '--mantine-color-ink-filled-hover': '#3b3935',
    '--mantine-color-dimmed': '#625f58',
    '--mantine-color-placeholder': '#6f6b64',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
  },
  dark: {
    ...dark,
    ...shared,
    ...stateVariables('dark'),
    '--mantine-color-ink-filled-hover': '#c9c6bf',
    '--mantine-color-dimmed': '#a5a29b',
    '--mantine-color-placeholder': '#94918a',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
  },
});

/** Shade 8 on paper and 4 on dark: 3:1 or more on these grounds, as icons and edges. */
function stateVariables(scheme: 'light' | 'dark'): Record<string, string> {
  const shadeOf = (color: string) => (color === 'gray' ? 6 : scheme === 'light' ? 8 : 4);
  return Object.fromEntries(
    stateColors.map((color) => [
      `--labcast-state-${color}`,
      `var(--mantine-color-${color}-${shadeOf(color)})`,
    ]),
  );
}
