import { madeUpCard } from '@yuming/papers/testing'
import { madeUpPortrait } from '@yuming/papers/testing-portrait'
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { ApiClient } from '../../scripts/world/api-client.ts'
import { makeOperator } from '../../scripts/world/operator.ts'
import { signUp } from '../../scripts/world/person.ts'
import { makeReviewer } from '../../scripts/world/verified.ts'
import { openBrowser, openPage } from '../browser.ts'
import { folder, origin, password } from './place.ts'
import { tidy } from './tidy.ts'

/** Who works at the platform while customers file, and pictures of made-up papers. */
export interface Desk {
  readonly browser: Browser
  readonly reviewer: ApiClient
  /** Keeps the list of servers that customers have. */
  readonly products: ApiClient
  readonly pictures: {
    readonly front: Buffer
    readonly back: Buffer
    readonly licence: Buffer
    readonly face: Buffer
  }
}

/** @param called part of the addresses of who works there: every file has people of its own */
export async function openDesk(called: string): Promise<Desk> {
  const browser = await openBrowser()
  const reviewer = await makeReviewer(origin, folder, `${called}-reviewer@yuming.example`)
  const email = `${called}-products@yuming.example`
  await signUp(origin, email, password, '运营')
  makeOperator(folder, email, 'admin')
  const products = new ApiClient(origin)
  await products.post('auth/sign-in', { email, password })
  const asJpeg = async (picture: ReturnType<typeof madeUpCard>) => (await picture).jpeg({ quality: 92 }).toBuffer()
  const pictures = {
    front: await asJpeg(madeUpCard('id-front')),
    back: await asJpeg(madeUpCard('id-back')),
    licence: await asJpeg(madeUpCard('licence')),
    face: await asJpeg(madeUpPortrait()),
  }
  return { browser, reviewer, products, pictures }
}

let calls = 0

/** One review of an order by a person at the desk: every paper, the call, the decision. */
export async function review(
  { browser, reviewer }: Desk,
  number: string,
  decision: { readonly pass: true } | { readonly pass: false; readonly remark: string },
): Promise<void> {
  const { page, context, wrong } = await openPage(browser, { origin, client: reviewer })
  await page.goto('/operator/filings')
  await page
    .getByRole('row', { name: new RegExp(number) })
    .getByRole('link')
    .click()
  await page.getByRole('heading', { name: '结论' }).waitFor()
  for (let left = await page.getByRole('button', { name: '打开', exact: true }).count(); left > 0; left--) {
    await page.getByRole('button', { name: '打开', exact: true }).first().click()
    await expect.poll(() => page.getByRole('button', { name: '打开', exact: true }).count()).toBe(left - 1)
  }
  const shown = () =>
    page.evaluate<boolean>('[...document.querySelectorAll(".papers img")].every((one) => one.naturalWidth > 0)')
  await expect.poll(shown).toBe(true)
  if ((await page.getByLabel('通话内容').count()) > 0) {
    const words = `本人接听，已核对（第${++calls}次）`
    await page.getByLabel('通话内容').fill(words)
    await page.getByRole('button', { name: '电话核对' }).click()
    await page.getByText(words).waitFor()
  }
  await tidy(page)
  if (decision.pass) await page.getByRole('button', { name: /^通过/ }).click()
  else {
    await page.getByLabel('再说一句（申请人会看到）').fill(decision.remark)
    await page.getByRole('button', { name: '退回给申请人' }).click()
  }
  await page.getByRole('heading', { level: 1, name: '备案初审' }).waitFor()
  expect(wrong).toEqual([])
  await context.close()
}
