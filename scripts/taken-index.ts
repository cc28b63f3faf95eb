import { randomInt } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { labelKeyOf } from '@yuming/names'
import { applyDaily, readZone, rebuildIndex } from '@yuming/taken'
import { indexReport } from './taken-index/index-report.ts'
import { progressLines } from './taken-index/progress-lines.ts'

const usage = `npm run taken-index -- build --suffix com --zone com.zone.gz [--folder DIR] [--day YYYY-MM-DD] [--bits 8|16] [--single-soa] [--even-if-worse]
npm run taken-index -- apply --suffix com --daily FILE [--folder DIR]
npm run taken-index -- info [--folder DIR]
The zone is text as of RFC 1035 §5, plain or gzip, whole (it ends with the SOA record that it begins with; --single-soa
accepts others). The day is the one on which the zone was written; the day of the file unless given.`

const sentences = {
  applied: '已应用。 Applied.',
  'applied-before': '此前已应用，没有变化。 Applied before; nothing changes.',
  'in-the-index': '索引已包含这一天，没有变化。 The index already contains this day; nothing changes.',
}

class Misused extends Error {}

try {
  process.exitCode = await run()
} catch (error) {
  if (error instanceof Misused || (error instanceof TypeError && 'code' in error)) {
    console.error(`${error.message}\n${usage}`)
    process.exitCode = 2
  } else {
    console.error(
      `未完成，原有索引不变。 Not done; the index in use stays as it was. ${error instanceof Error ? error.message : String(error)}`,
    )
    process.exitCode = 1
  }
}

async function run(): Promise<0 | 1> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      suffix: { type: 'string' },
      zone: { type: 'string' },
      daily: { type: 'string' },
      folder: { type: 'string', default: '.yuming/platform/taken' },
      day: { type: 'string' },
      bits: { type: 'string', default: '8' },
      'single-soa': { type: 'boolean', default: false },
      'even-if-worse': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const [command] = positionals
  const { folder } = values
  if (command === 'info') return indexReport(folder)
  if (command !== 'build' && command !== 'apply')
    throw new Misused(command === undefined ? 'Say what to do.' : `"${command}" is not known.`)
  const suffix = values.suffix?.toLowerCase()
  if (!suffix || !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(suffix))
    throw new Misused('--suffix needs a suffix such as com or xn--fiqs8s.')
  return command === 'build' ? build(folder, suffix, values) : apply(folder, suffix, values.daily)
}

async function build(
  folder: string,
  suffix: string,
  options: { zone?: string; day?: string; bits: string; 'single-soa': boolean; 'even-if-worse': boolean },
): Promise<0> {
  const { zone, bits } = options
  if (!zone) throw new Misused('--zone needs a file.')
  if (bits !== '8' && bits !== '16') throw new Misused('--bits is 8 or 16.')
  const day = options.day ?? writtenAt(zone).toISOString().slice(0, 10)
  if (!isDay(day)) throw new Misused('--day is a day written YYYY-MM-DD.')
  const source = readZone(zone, suffix, { singleSoa: options['single-soa'] })
  const progress = progressLines(
    () => source.lines,
    () => performance.now(),
    console.log,
  )
  const { count, serial } = await rebuildIndex({
    folder,
    suffix,
    source,
    day,
    bits: bits === '8' ? 8 : 16,
    key: labelKeyOf(suffix),
    seed: randomInt(2 ** 32),
    evenIfWorse: options['even-if-worse'],
    onProgress: progress.tell,
  })
  console.log(`${progress.summary()} .${suffix}: ${count.toLocaleString('en')} names, serial ${serial}, ${day}.`)
  return 0
}

async function apply(folder: string, suffix: string, file: string | undefined): Promise<0> {
  if (!file) throw new Misused('--daily needs a file.')
  writtenAt(file)
  const { outcome, daily } = await applyDaily(folder, suffix, {
    text: readFileSync(file, 'latin1'),
    file: path.basename(file),
  })
  const taken = daily.changes.filter((change) => change.taken).length
  console.log(`.${suffix} ${daily.day}: ${sentences[outcome]} (+${taken} -${daily.changes.length - taken})`)
  return 0
}

function writtenAt(file: string): Date {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found?.isFile()) throw new Error(`文件不存在。 There is no such file: ${file}`)
  return found.mtime
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${text}T`)
}
