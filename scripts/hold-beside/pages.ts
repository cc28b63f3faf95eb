import type { Page } from 'playwright-core'
import type { LikeData } from './like-data.ts'

/** A drawing, and the page that was built to it. */
export interface Beside {
  readonly drawing: string
  readonly address: (data: LikeData) => string
  /** What has to be seen before the picture is taken, and what is done to it. */
  readonly ready: (page: Page, narrow: boolean) => Promise<unknown>
}

export const pages: readonly Beside[] = [
  // First: its last name is on its way for seconds only.
  {
    drawing: '03-result',
    address: ({ order }) => `/orders/${order}`,
    ready: (page) => page.locator('ol.next').waitFor(),
  },
  {
    drawing: '01-search',
    address: () => `/?q=${encodeURIComponent('山月茶')}`,
    ready: (page) => page.getByText(/用时/).waitFor(),
  },
  { drawing: '02-confirm', address: () => '/confirm', ready: (page) => page.locator('.total .all dd').waitFor() },
  {
    drawing: '04-domains',
    address: () => '/domains',
    async ready(page, narrow) {
      const ticks = page.locator('.domains tbody .tick input')
      await ticks.first().waitFor()
      if (!narrow) for (const at of [0, 1, 2]) await ticks.nth(at).check()
    },
  },
  {
    drawing: '05-domain',
    address: () => `/domains/${encodeURIComponent('茶山初雪.cn')}`,
    ready: (page) => page.locator('.axes, .facts').first().waitFor(),
  },
  {
    drawing: '10-price-overview',
    address: () => '/prices',
    ready: (page) => page.locator('tbody tr').first().waitFor(),
  },
]
