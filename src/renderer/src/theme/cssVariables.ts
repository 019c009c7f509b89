import type { CSSVariablesResolver } from '@mantine/core'

/** Mantine's secondary text and error colors are too faint for WCAG AA at 12 px; these hold 4.5:1 on every surface here. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--mantine-line-height-sm': '20px' },
  light: {
    '--mantine-color-text': '#1d2126',
    '--mantine-color-default-color': '#1d2126',
    '--mantine-color-dimmed': '#565d66',
    '--mantine-color-placeholder': '#656c75',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': '#185a74',
    '--mantine-color-default-border': '#cfd4da',
    '--mantine-color-disabled-color': '#656c75',
  },
  dark: {
    '--mantine-color-text': '#e2e5e9',
    '--mantine-color-default-color': '#e2e5e9',
    '--mantine-color-dimmed': '#a3a9b1',
    '--mantine-color-placeholder': '#8e959e',
    '--mantine-color-error': '#ff9c93',
    '--mantine-color-anchor': '#84c1d6',
    '--mantine-color-default-border': '#3b4047',
    '--mantine-color-disabled-color': '#9aa0a8',
  },
})
