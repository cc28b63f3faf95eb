import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { buildConsole } from './build-console.ts'
import { webVtt } from './walkthrough/captions.ts'
import { startFilm, writeFilm, writePoster } from './walkthrough/film.ts'
import { steps } from './walkthrough/steps.ts'
import { organisationTemplate, signUp, topUp } from './world/person.ts'
import { SandboxControls } from './world/sandbox-controls.ts'
import { startWorld } from './world/start-world.ts'
import { makeVerifiedTemplate } from './world/verified.ts'

/** `npm run make-walkthrough`: films the main journey in a fresh world, with captions in both languages (S0-33, S1-91). */
const say = (text: string) => console.error(`walkthrough: ${text}`)
const target = path.resolve('console/public/walkthrough')
const folder = mkdtempSync(path.join(tmpdir(), 'yuming-walkthrough-'))
const email = 'walkthrough@yuming.example'
/** A sentence stays at least so long, in ms. */
const readable = 5_000

try {
  buildConsole(say)
  const world = await startWorld({ folder: path.join(folder, 'world'), web: { limitFactor: 100 } })
  const browser = await chromium.launch({
    executablePath: process.env.YUMING_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--hide-scrollbars'],
  })
  try {
    const sandbox = new SandboxControls(world.sandboxOrigin)
    const client = await signUp(world.origin, email, 'a-long-enough-Password-1', '山月茶业')
    await topUp(client, sandbox, 100_000)
    await makeVerifiedTemplate(world, { client, sandbox }, organisationTemplate(email))
    const context = await browser.newContext({
      viewport: { width: 1_280, height: 720 },
      locale: 'zh-CN',
      baseURL: world.origin,
    })
    await context.addCookies(client.cookies().map((cookie) => ({ ...cookie, url: world.origin })))
    const page = await context.newPage()
    await page.goto('/')
    await page.locator('h1').first().waitFor()
    say('filming …')
    const film = await startFilm(page, folder)
    const times: { from: number; to: number }[] = []
    for (const step of steps) {
      const from = film.seconds()
      await step.act(page)
      await page.waitForTimeout(Math.max(800, readable - (film.seconds() - from) * 1_000))
      times.push({ from, to: film.seconds() - 0.05 })
    }
    const seconds = film.seconds()
    const frames = await film.end()
    say(`${frames.length} pictures, ${seconds.toFixed(0)} s; writing …`)
    mkdirSync(target, { recursive: true })
    const webm = path.join(target, 'register.webm')
    writeFilm(frames, seconds, { folder, to: webm })
    writePoster(webm, (times[1]?.to ?? 8) - 1, path.join(target, 'register.webp'))
    for (const language of ['zh', 'en'] as const)
      writeFileSync(
        path.join(target, `register.${language}.vtt`),
        webVtt(times.map((time, n) => ({ ...time, text: steps[n]?.[language] ?? '' }))),
      )
  } finally {
    await browser.close()
    await world.stop()
  }
  say(`done: ${path.relative('.', target)}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
