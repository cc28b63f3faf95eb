import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { filingsQuery } from '../../api/filing.ts'
import { filingDutiesQuery } from '../../api/filing-duties.ts'
import { ApiProblem } from '../../api/problem.ts'
import { sessionQuery } from '../../api/queries.ts'
import { loadText, startText } from '../../i18n/text.ts'

beforeEach(async () => {
  vi.stubGlobal('location', { pathname: '/filings', search: '', hash: '' })
  vi.stubGlobal('history', { state: null })
  await startText()
  await loadText('rest')
})

const session = { account: { name: 'a', role: 'owner' }, clock: { today: '2026-11-24' }, site: {}, rulesDate: '' }
const none = { pages: [{ filings: [], next: null }], pageParams: [undefined] }

/** How often the page says that the server was not reached, when its duties have failed and its list is as given. */
async function failures(list: typeof none | undefined): Promise<number> {
  const { FilingsPage } = await import('./filings-page.tsx')
  const queries = { staleTime: Number.POSITIVE_INFINITY, retry: false, retryOnMount: false }
  const client = new QueryClient({ defaultOptions: { queries } })
  const failed = { status: 'error', error: new ApiProblem(0, {}) } as const
  client.setQueryData<unknown>(sessionQuery.queryKey, session)
  client.getQueryCache().build(client, { queryKey: filingDutiesQuery.queryKey }).setState(failed)
  if (list) client.setQueryData<unknown>(filingsQuery.queryKey, list)
  else client.getQueryCache().build(client, { queryKey: filingsQuery.queryKey }).setState(failed)
  const element = createElement(FilingsPage)
  return (
    renderToStaticMarkup(createElement(QueryClientProvider, { client }, element)).split('没有连上服务器').length - 1
  )
}

describe('the page of filings', () => {
  it('says once that nothing could be loaded, and once when only the duties could not', async () => {
    expect(await failures(undefined)).toBe(1)
    expect(await failures(none)).toBe(1)
  })
})
