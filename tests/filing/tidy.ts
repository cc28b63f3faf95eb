import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeFindings } from '../axe-findings.ts'

/** Nothing that axe objects to, and nothing that scrolls sideways. */
export async function tidy(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([])
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
}
