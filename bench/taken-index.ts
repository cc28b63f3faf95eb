import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openIndex, readZone, rebuildIndex, type TakenIndex } from '@yuming/taken'
import type { Bench, Figure } from './figures.ts'
import { madeUpLabel, madeUpZone } from './made-up-zone.ts'

/** An index built from the text of a zone with two name servers a name, and answered from memory. */
export const benchIndex: Bench = async ({ quick, say }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yuming-bench-'))
  try {
    const figures: Figure[] = []
    const build = async (millions: number) => {
      const started = performance.now()
      let told = 0
      await rebuildIndex({
        folder,
        suffix: 'com',
        source: readZone(madeUpZone(millions * 1e6), 'com'),
        day: '2026-11-23',
        seed: 1,
        evenIfWorse: true,
        onProgress: ({ phase, names }) => {
          if (names < told + 2e7 && phase === 'reading') return
          if (phase === 'reading') say(`${names / 1e6} million names read …`)
          told = names
        },
      })
      const seconds = (performance.now() - started) / 1_000
      figures.push({
        key: `buildSeconds${millions}m`,
        value: seconds,
        unit: 's',
        note: 'text of the zone made meanwhile',
      })
    }
    const sizes = quick ? [10] : [10, 160]
    for (const millions of sizes) {
      say(`building an index of ${millions} million names …`)
      await build(millions)
    }
    const peak = (process.resourceUsage().maxRSS * 1_024) / 1e6
    const opening = performance.now()
    const index = await openIndex(path.join(folder, 'com.taken'))
    const openSeconds = (performance.now() - opening) / 1_000
    say('looking names up …')
    const { perSecond, wrongPercent } = lookUp(index)
    return [
      {
        key: 'bytesPerName',
        value: index.bytes / index.count,
        unit: 'bytes',
        note: `${index.count / 1e6} million names`,
      },
      { key: 'lookupsPerSecond', value: perSecond, unit: '/s', note: 'one core, half of the names are in it' },
      { key: 'wrongPercent', value: wrongPercent, unit: '%', note: 'absent names that look taken' },
      { key: 'openSeconds', value: openSeconds, unit: 's', note: 'read and every byte checked' },
      ...figures,
      { key: 'buildMegabytes', value: peak, unit: 'MB', note: 'most memory of the whole process' },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const asked = 1_000_000

function lookUp(index: TakenIndex): { perSecond: number; wrongPercent: number } {
  const step = Math.floor(index.count / asked)
  const present = Array.from({ length: asked }, (_, i) => madeUpLabel(i * step))
  const absent = Array.from({ length: asked }, (_, i) => madeUpLabel(2 ** 31 + i))
  const mixed = present.flatMap((label, i) => [label, absent[i] ?? ''])
  if (!present.every((label) => index.has(label))) throw new Error('a name of the zone is not found in its index')
  const wrong = absent.filter((label) => index.has(label)).length
  const started = performance.now()
  let found = 0
  let rounds = 0
  while (performance.now() < started + 3_000) {
    for (const label of mixed) if (index.has(label)) found++
    rounds++
  }
  const seconds = (performance.now() - started) / 1_000
  if (found !== rounds * (asked + wrong)) throw new Error('the same names got different answers')
  return { perSecond: (rounds * mixed.length) / seconds, wrongPercent: (wrong / asked) * 100 }
}
