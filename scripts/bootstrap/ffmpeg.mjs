import { spawnSync } from 'node:child_process'
import { aptInstall } from './apt.mjs'
import { fail, say } from './say.mjs'

/** What turns pictures into a film; installs the system's package where it is missing and apt-get may be used. */
export function ensureFfmpeg() {
  if (works()) return
  say('no ffmpeg found; installing the system package "ffmpeg" …')
  aptInstall('ffmpeg')
  if (!works()) fail('ffmpeg could not be installed. Install it ("apt-get install ffmpeg") and try again.')
}

const works = () => spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status === 0
