import { MantineProvider } from '@mantine/core'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { Shell } from './shell/Shell.tsx'
import { styleNonce, systemColorScheme, theme } from './theme/theme.ts'
import { cssVariables } from './theme/cssVariables.ts'

export function App({ queryClient }: { queryClient: QueryClient }) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={systemColorScheme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        {/* The router takes the hook that reads the address, and calls it itself. */}
        {/* oxlint-disable-next-line react/hooks */}
        <Router hook={useHashLocation}>
          <Shell />
        </Router>
      </QueryClientProvider>
    </MantineProvider>
  )
}
