import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'

/** A page of hundreds of rows is cut: what is below looks like what is above. */
const tallest = 3_200

/** One picture of two, the drawing at the left, both as wide as on their own. */
export async function sideBySide(
  browser: Browser,
  { drawing, page, width, file }: { drawing: string; page: string; width: number; file: string },
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 2 * width + 24, height: 800 } })
  const both = await context.newPage()
  const picture = (path: string) => `data:image/png;base64,${readFileSync(path).toString('base64')}`
  await both.setContent(
    `<body style="margin:0;display:flex;gap:24px;align-items:flex-start;background:#888">
      ${[drawing, page].map((path) => `<div style="max-height:${tallest}px;overflow:hidden"><img width="${width}" src="${picture(path)}"></div>`).join('')}</body>`,
    { waitUntil: 'load' },
  )
  await both.screenshot({ path: file, fullPage: true })
  await context.close()
}
