import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe finds on a page as it is now, each as the rule and the first element; within one part of it, when told. */
export async function axeFindings(page: Page, within?: string): Promise<string[]> {
  // Its own mode opens one more page for every look, for frames of other hosts, of which there are none.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)
}
