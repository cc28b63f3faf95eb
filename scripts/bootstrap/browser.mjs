import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fail, say } from './say.mjs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** Path of a Chromium; installs the system's package where none is found and apt-get may be used. */
export function ensureBrowser() {
  const found = look()
  if (found) return found
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  say('no Chromium found; installing the system package "chromium" and a Chinese font …')
  apt(sudo, ['update', '-qq'])
  apt(sudo, ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'])
  return (
    look() ??
    fail(
      'Chromium could not be installed. Install it ("apt-get install chromium") or name one in YUMING_CHROMIUM, and try again.',
    )
  )
}

function look() {
  return [process.env.YUMING_CHROMIUM, ...places].find((file) => file && existsSync(file))
}

function apt(sudo, args) {
  const [command, ...rest] = [...sudo, 'apt-get', ...args]
  spawnSync(command, rest, {
    stdio: ['ignore', 2, 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
