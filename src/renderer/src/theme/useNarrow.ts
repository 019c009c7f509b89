import { useMediaQuery } from '@mantine/hooks'

/** At 200 % zoom a window is this narrow: names give way to icons, and what stands side by side stands one above the other. */
const narrowWindow = '(max-width: 839px)'

export function useNarrow(): boolean {
  return useMediaQuery(narrowWindow, undefined, { getInitialValueInEffect: false })
}
