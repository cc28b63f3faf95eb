import { readFileSync } from 'node:fs'
import { readName } from '@yuming/names'
import type { Bench } from './figures.ts'

const day = '2026-11-24'
const suffixes = [
  { unicode: 'cn', ascii: 'cn' },
  { unicode: 'com', ascii: 'com' },
  { unicode: '中国', ascii: 'xn--fiqs8s' },
  { unicode: 'com.cn', ascii: 'com.cn' },
]
const han = '山月茶馆文网络际贸易东南西北春夏秋冬天地'
const latin = 'shanyuechabeijingtea0123456789'

/** One core, all rules of names in force: labels of letters, Chinese labels, and those of the table that are refused. */
export const benchNames: Bench = async ({ quick, say }) => {
  const seconds = quick ? 3 : 10
  const labels = many(20_000, (n) => word(latin, n, 4 + (n % 12)))
  const chinese = many(20_000, (n) => word(han, n, 2 + (n % 5)))
  const refused = readFileSync(new URL('../packages/names/src/bad-labels.fixture.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => line.split('\t')[0] ?? '')
  const mixed = labels.map((label, n) =>
    n % 10 === 0 ? (refused[n % refused.length] ?? '') : n % 3 === 0 ? (chinese[n] ?? '') : label,
  )
  say('letters …')
  const lettersRate = rate(labels, seconds)
  say('Chinese …')
  const chineseRate = rate(chinese, seconds)
  say('mixed …')
  return [
    { key: 'labelsPerSecond', value: lettersRate, unit: '/s', note: 'letters, digits and hyphens; every rule' },
    { key: 'chineseLabelsPerSecond', value: chineseRate, unit: '/s', note: 'with Punycode and the variant index' },
    { key: 'mixedLabelsPerSecond', value: rate(mixed, seconds), unit: '/s', note: 'a third Chinese, a tenth refused' },
  ]
}

function many(count: number, make: (n: number) => string): string[] {
  return Array.from({ length: count }, (_, n) => make(n))
}

function word(characters: string, seed: number, length: number): string {
  let made = ''
  for (let n = 0, at = seed * 7919; n < length; n++, at = at * 31 + 17) made += characters[at % characters.length] ?? ''
  return made
}

/** Labels a second of processor time: what else the machine does has no part in it. */
function rate(labels: readonly string[], seconds: number): number {
  read(labels)
  const ended = performance.now() + seconds * 1_000
  const before = process.cpuUsage()
  let count = 0
  do {
    read(labels)
    count += labels.length
  } while (performance.now() < ended)
  const { user, system } = process.cpuUsage(before)
  return count / ((user + system) / 1_000_000)
}

function read(labels: readonly string[]): void {
  for (let n = 0; n < labels.length; n++)
    readName(labels[n] ?? '', suffixes[n % suffixes.length] ?? { unicode: '', ascii: '' }, day)
}
