import './design/index.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { onSignedOut } from './api/client.ts'
import { sessionQuery } from './api/queries.ts'
import { startLocale } from './i18n/locale.ts'
import { startText } from './i18n/text.ts'
import { queryClient } from './query-client.ts'
import { startHistory } from './router/history.ts'
import { Router } from './router/router.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has lost its #root')

startLocale()
startHistory()
onSignedOut(() => void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }))
await startText()
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Router />
    </QueryClientProvider>
  </StrictMode>,
)
