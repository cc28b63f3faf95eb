import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { buildConsole } from './build-console.ts'
import { webVtt } from './walkthrough/captions.ts'
import { startFilm, writeFilm, writePoster } from './walkthrough/film.ts'
import type { Film } from './walkthrough/film-plan.ts'
import { films } from './walkthrough/films.ts'
import { SandboxControls } from './world/sandbox-controls.ts'
import { startWorld } from './world/start-world.ts'

/** `npm run make-walkthrough [-- NAME]`: films journeys in a fresh world, with captions in both languages (S0-33, S1-91, S1-172). */
const say = (text: string) => console.error(`walkthrough: ${text}`)
const target = path.resolve('console/public/walkthrough')
/** A sentence stays at least so long, in ms. */
const readable = 5_000
const [asked] = process.argv.slice(2)
const wanted = films.filter(({ name }) => asked === undefined || name === asked)
if (wanted.length === 0)
  throw new Error(`no film is called ${asked}; there are ${films.map(({ name }) => name).join(', ')}`)

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-walkthrough-'))
try {
  buildConsole(say)
  const world = await startWorld({ folder: path.join(folder, 'world'), web: { limitFactor: 100 } })
  const browser = await chromium.launch({
    executablePath: process.env.YUMING_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--hide-scrollbars'],
  })
  try {
    for (const film of wanted) await make(film, world, browser)
  } finally {
    await browser.close()
    await world.stop()
  }
  say(`done: ${path.relative('.', target)}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function make(
  { name, steps, posterAt, prepare }: Film,
  world: Awaited<ReturnType<typeof startWorld>>,
  browser: Browser,
): Promise<void> {
  const cast = await prepare({ world, sandbox: new SandboxControls(world.sandboxOrigin) })
  const context = await browser.newContext({
    viewport: { width: 1_280, height: 720 },
    locale: 'zh-CN',
    baseURL: world.origin,
  })
  await context.addCookies(cast.client.cookies().map((cookie) => ({ ...cookie, url: world.origin })))
  const page = await context.newPage()
  await page.goto('/')
  await page.locator('h1').first().waitFor()
  say(`filming ${name} …`)
  const frames = path.join(folder, name)
  mkdirSync(frames)
  const film = await startFilm(page, frames)
  const times: { from: number; to: number }[] = []
  for (const step of steps) {
    const from = film.seconds()
    await step.act(page, cast)
    await page.waitForTimeout(Math.max(800, readable - (film.seconds() - from) * 1_000))
    times.push({ from, to: film.seconds() - 0.05 })
  }
  const seconds = film.seconds()
  const pictures = await film.end()
  await context.close()
  say(`${pictures.length} pictures, ${seconds.toFixed(0)} s; writing …`)
  mkdirSync(target, { recursive: true })
  const webm = path.join(target, `${name}.webm`)
  writeFilm(pictures, seconds, { folder: frames, to: webm })
  writePoster(webm, (times[posterAt]?.to ?? 8) - 1, path.join(target, `${name}.webp`))
  for (const language of ['zh', 'en'] as const)
    writeFileSync(
      path.join(target, `${name}.${language}.vtt`),
      webVtt(times.map((time, n) => ({ ...time, text: steps[n]?.[language] ?? '' }))),
    )
}
