import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { buildConsole } from './build-console.ts'
import { type LikeData, makeLikeData } from './hold-beside/like-data.ts'
import { type Beside, pages } from './hold-beside/pages.ts'
import { sideBySide } from './hold-beside/side-by-side.ts'
import { makeExamplePromotions, promotionOperator } from './world/example-promotions.ts'
import { startWorld } from './world/start-world.ts'

/** `npm run hold-beside [-- 01-search …]`: each page with the data of its drawing, beside it, on a desk and a phone. */
const say = (text: string) => console.error(`hold-beside: ${text}`)
const drawings = path.resolve(process.env.YUMING_DRAWINGS ?? '../shared/design/reference')
const target = path.resolve(process.env.YUMING_DATA_DIR ?? '.yuming', 'held-beside')
const wanted = process.argv.slice(2)
const chosen = pages.filter(({ drawing }) => wanted.length === 0 || wanted.includes(drawing))
const widths = [1_440, 390] as const

if (chosen.length === 0) {
  say(`no such drawing; known: ${pages.map(({ drawing }) => drawing).join(', ')}`)
  process.exit(1)
}
if (!existsSync(drawings))
  say(`${drawings} is not there: only our own pages are taken (YUMING_DRAWINGS names the folder)`)

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-beside-'))
mkdirSync(target, { recursive: true })
try {
  buildConsole(say)
  const world = await startWorld({ folder, web: { limitFactor: 1_000 } })
  const browser = await chromium.launch({
    executablePath: process.env.YUMING_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--hide-scrollbars'],
  })
  try {
    await makeExamplePromotions(await promotionOperator(world))
    const data = await makeLikeData(world)
    for (const page of chosen)
      for (const width of widths) say(await take(browser, { origin: world.origin, data, page, width }))
  } finally {
    await browser.close()
    await world.stop()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function take(
  browser: Browser,
  {
    origin,
    data,
    page: { drawing, address, ready },
    width,
  }: { origin: string; data: LikeData; page: Beside; width: number },
): Promise<string> {
  const narrow = width < 760
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    deviceScaleFactor: narrow ? 2 : 1,
    locale: 'zh-CN',
    baseURL: origin,
  })
  await context.addCookies(data.client.cookies().map((cookie) => ({ ...cookie, url: origin })))
  const page = await context.newPage()
  await page.goto(address(data))
  await ready(page, narrow)
  await page.waitForTimeout(1_500)
  const own = path.join(target, `${drawing}-${width}-page.png`)
  await page.screenshot({ path: own, fullPage: true })
  await context.close()
  const drawn = path.join(drawings, `${drawing}-${width}.png`)
  if (!existsSync(drawn)) return own
  const both = path.join(target, `${drawing}-${width}.png`)
  await sideBySide(browser, { drawing: drawn, page: own, width, file: both })
  return both
}
