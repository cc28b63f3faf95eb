import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { madeUpCard } from '@yuming/papers/testing'
import { type Bench, percentile } from './figures.ts'

/** What papers-process.ts prints. */
export interface PapersRun {
  readonly milliseconds: readonly number[]
  /** Processor time of all threads, each photo. */
  readonly processorMilliseconds: readonly number[]
  readonly firstMegabytes: number
  readonly megabytes: number
  readonly findings: number
}

/** One 12-megapixel photograph of a card, checked and made clean again and again by a process of its own. */
export const benchPapers: Bench = async ({ quick, say }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yuming-bench-'))
  try {
    say('drawing a photo of 4000 × 3000 pixels …')
    const photo = await (await madeUpCard('id-front', { width: 4_000, grain: 6 })).jpeg({ quality: 90 }).toBuffer()
    const file = path.join(folder, 'photo.jpg')
    writeFileSync(file, photo)
    const times = quick ? 20 : 60
    say(`checking it ${times} times …`)
    const script = fileURLToPath(new URL('papers-process.ts', import.meta.url))
    const { stdout } = await promisify(execFile)(process.execPath, [script, file, String(times)])
    const run = JSON.parse(stdout) as PapersRun
    if (run.findings > 0) throw new Error(`the drawn card has ${run.findings} findings`)
    const megabytes = (photo.length / 1e6).toFixed(1)
    return [
      { key: 'photoMs', value: percentile(run.milliseconds, 0.5), unit: 'ms', note: `median; JPEG of ${megabytes} MB` },
      { key: 'photoP99Ms', value: percentile(run.milliseconds, 0.99), unit: 'ms', note: 'the first one included' },
      { key: 'photoProcessorMs', value: percentile(run.processorMilliseconds, 0.5), unit: 'ms', note: 'all threads' },
      { key: 'firstPhotoMegabytes', value: run.firstMegabytes, unit: 'MB', note: 'most that one photo adds' },
      { key: 'photoMegabytes', value: run.megabytes, unit: 'MB', note: `most that ${times} photos in a row add` },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
