import '@fontsource-variable/inter/index.css'
import './theme/mantine.css'
import './theme/tokens.css'
import './theme/base.css'
import './theme/forcedColors.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { createQueryClient } from './data/queryClient.ts'
import { routeQuery } from './data/routeQuery.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id "root"')

// Asked side by side; one after the other they would be two waits.
const queryClient = createQueryClient()
void queryClient.prefetchQuery(routeQuery('tenant.status', {}))
void queryClient.prefetchQuery(routeQuery('session.status', {}))

createRoot(root).render(
  <StrictMode>
    <App queryClient={queryClient} />
  </StrictMode>,
)
