import { createTheme, type MantineColorSchemeManager, type MantineColorsTuple, type PopoverProps } from '@mantine/core'
import { ButtonElement } from './ButtonElement.tsx'

/** The one accent: a calm petrol blue, dark enough for white text in both schemes. */
const petrol: MantineColorsTuple = [
  '#edf6f9',
  '#d8ebf2',
  '#b0d7e4',
  '#84c1d6',
  '#57a7c2',
  '#358baa',
  '#22708e',
  '#185a74',
  '#12485d',
  '#0c3747',
]

const dark: MantineColorsTuple = [
  '#d4d7db',
  '#b3b8be',
  '#9aa0a8',
  '#686e76',
  '#41464d',
  '#32363c',
  '#24272c',
  '#1a1b1e',
  '#141518',
  '#0f1012',
]

/** In a low window what opens is as high as there is room, and scrolls. */
const fitting: PopoverProps['middlewares'] = {
  flip: true,
  shift: true,
  size: {
    padding: 8,
    apply: ({ availableHeight, elements }) => {
      elements.floating.style.maxHeight = `${Math.max(120, availableHeight)}px`
      elements.floating.style.overflowY = 'auto'
    },
  },
}

/** Dense: 13 px text, 30 px controls, 36 px rows. */
export const theme = createTheme({
  colors: { petrol, dark },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px', lineHeight: '28px' }, h2: { fontSize: '15px', lineHeight: '22px' } },
  },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // A link within a sentence has to be told from it without its color (WCAG 1.4.1).
    Anchor: { defaultProps: { underline: 'always' } },
    Button: { defaultProps: { size: 'xs', component: ButtonElement } },
    TextInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    NativeSelect: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    // What floats is inside of the landmark of the pages (WAI-ARIA: all content is in a landmark).
    Portal: { defaultProps: { target: '#main' } },
    Tooltip: {
      defaultProps: { openDelay: 300, multiline: true, maw: 420, events: { hover: true, focus: true, touch: true } },
    },
    Popover: { defaultProps: { middlewares: fitting } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 }, middlewares: fitting } },
    // The page under it does not scroll, and the lock would add a style element without the nonce.
    Modal: { defaultProps: { centered: true, lockScroll: false, transitionProps: { duration: 80 } } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
    Progress: { defaultProps: { size: 'md' } },
  },
})

/** The preference lives in main, which changes what the system's scheme is for this window: here it is always the system's. */
export const systemColorScheme: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
}

/** The page's policy allows style elements with this load's nonce only. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
