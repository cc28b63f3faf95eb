import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'

interface Frame {
  readonly file: string
  /** Seconds since the film began. */
  readonly at: number
}

/** Takes what a page shows as pictures, whenever it changes, into a folder. */
export async function startFilm(page: Page, folder: string): Promise<{ seconds(): number; end(): Promise<Frame[]> }> {
  const session = await page.context().newCDPSession(page)
  const frames: Frame[] = []
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1_000
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    const file = path.join(folder, `${String(frames.length).padStart(5, '0')}.jpg`)
    writeFileSync(file, Buffer.from(data, 'base64'))
    frames.push({ file, at: seconds() })
    // A page that has gone needs no answer.
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => {})
  })
  await session.send('Page.startScreencast', { format: 'jpeg', quality: 92, maxWidth: 1_280, maxHeight: 720 })
  return {
    seconds,
    async end() {
      await session.send('Page.stopScreencast')
      return frames
    },
  }
}

/** Writes the pictures as one WebM, each shown until the next. @throws Error with ffmpeg's last words */
export function writeFilm(
  frames: readonly Frame[],
  seconds: number,
  { folder, to }: { folder: string; to: string },
): void {
  const list = path.join(folder, 'frames.txt')
  const lines = frames.flatMap(({ file, at }, n) => [
    `file '${file}'`,
    `duration ${((frames[n + 1]?.at ?? seconds) - at).toFixed(3)}`,
  ])
  writeFileSync(list, `${[...lines, `file '${frames.at(-1)?.file}'`].join('\n')}\n`)
  const options = [
    '-r',
    '12',
    '-c:v',
    'libvpx-vp9',
    '-b:v',
    '0',
    '-crf',
    '42',
    '-row-mt',
    '1',
    '-pix_fmt',
    'yuv420p',
    '-an',
  ]
  run(['-f', 'concat', '-safe', '0', '-i', list, ...options, to])
}

/** One picture of the film, for before it is played. */
export function writePoster(film: string, at: number, to: string): void {
  run(['-ss', at.toFixed(1), '-i', film, '-frames:v', '1', '-quality', '60', to])
}

function run(args: readonly string[]): void {
  const done = spawnSync('ffmpeg', ['-y', '-loglevel', 'error', ...args], { encoding: 'utf8' })
  if (done.error) throw new Error('ffmpeg is not there: npm run make-walkthrough installs it.')
  if (done.status !== 0) throw new Error(`ffmpeg: ${done.stderr.trim().slice(-500)}`)
}
