import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { aptInstall } from './apt.mjs'
import { fail, say } from './say.mjs'

/** The shell without windows costs a third less processor time; any of the others does. */
const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** Path of a Chromium that can show Chinese; installs the system's packages where one is missing and apt-get may be used. */
export function ensureBrowser() {
  ensureChineseFont()
  const found = look()
  if (found) return found
  // Ubuntu and older releases have no package of the shell.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    say(`no Chromium found; installing the system package "${name}" …`)
    aptInstall(name)
    const installed = look()
    if (installed) return installed
  }
  return fail(
    'Chromium could not be installed. Install it ("apt-get install chromium") or name one in YUMING_CHROMIUM, and try again.',
  )
}

function look() {
  return [process.env.YUMING_CHROMIUM, ...places].find((file) => file && existsSync(file))
}

/** Without one a browser draws boxes, and pictures and measures of pages say nothing. */
function ensureChineseFont() {
  if (hasChineseFont()) return
  say('no Chinese font found; installing the system package "fonts-noto-cjk" …')
  aptInstall('fontconfig', 'fonts-noto-cjk')
  if (!hasChineseFont())
    say('STILL NO CHINESE FONT: pages will show boxes. Install one ("apt-get install fonts-noto-cjk").')
}

function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}
