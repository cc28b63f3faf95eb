import type { Page } from 'playwright-core'
import { desk } from '../console/src/i18n/zh/desk.ts'
import { filingText } from '../console/src/i18n/zh/filing.ts'
import { first } from '../console/src/i18n/zh/first.ts'
import { ordersApart } from '../console/src/i18n/zh/orders-apart.ts'
import { rest } from '../console/src/i18n/zh/rest.ts'
import { suffixesText } from '../console/src/i18n/zh/suffixes.ts'

const keys = new Set(
  [first, rest, desk, filingText, ordersApart, suffixesText].flatMap(Object.keys).filter((key) => key.includes('.')),
)

/** Words whose part of the dictionary did not come with the page: the keys are shown in their stead. */
export async function missingWords(page: Page): Promise<string[]> {
  const shown = await page.evaluate<string[]>(
    "[...document.querySelectorAll('body *')].flatMap((one) => [...one.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data.trim()).concat(one.getAttribute('aria-label') ?? '', one.getAttribute('placeholder') ?? ''))",
  )
  return shown.filter((text) => keys.has(text))
}
