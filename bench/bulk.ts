import { loadavg } from 'node:os'
import type { ApiClient } from '../scripts/world/api-client.ts'
import { signUp } from '../scripts/world/person.ts'
import { type Bench, percentile } from './figures.ts'
import { inTemporaryWorld } from './in-temporary-world.ts'
import { madeUpLabel } from './made-up-zone.ts'
import { megabytesOf } from './memory.ts'
import { processorSeconds } from './processor-time.ts'
import { makeTakenFolder } from './taken-folder.ts'

const suffixes = ['com', 'net', 'org', 'cn', 'com.cn', 'top', 'xyz', 'vip', 'shop', 'club']
const names = 100_000

interface Run {
  /** From the request to the row that is the last one answered from memory. */
  readonly memorySeconds: number
  /** From the request to the end: every name confirmed by its registry. */
  readonly wholeSeconds: number
  readonly memoryProcessorSeconds: number
  readonly wholeProcessorSeconds: number
}

/** A list of 100,000 names that the index of taken names knows, uploaded as text: until memory has answered all of them, and until the registries have. */
export const benchBulk: Bench = ({ quick, say }) => {
  const labels = Array.from({ length: names / suffixes.length }, (_, n) => madeUpLabel(n))
  return inTemporaryWorld(
    async (world) => {
      const client = await signUp(world.origin, 'bench@yuming.example', 'a-long-enough-Password-1', '压测')
      const { pid } = world.platform
      const list = labels.flatMap((label) => suffixes.map((suffix) => `${label}.${suffix}`)).join('\n')
      say('once to warm up …')
      await once(client, list, pid)
      const before = megabytesOf(pid)
      const runs: Run[] = []
      for (let n = 1; n <= (quick ? 3 : 5); n++) {
        runs.push(await once(client, list, pid))
        say(
          `${n}: ${Math.round(names / (runs.at(-1)?.memorySeconds ?? 0))} names/s, ${Math.round(megabytesOf(pid))} MB, load ${load()}`,
        )
      }
      const median = (of: (run: Run) => number) => percentile(runs.map(of), 0.5)
      return [
        {
          key: 'namesPerSecond',
          value: names / median((run) => run.memorySeconds),
          unit: '/s',
          note: `from the index, median of ${runs.length}`,
        },
        {
          key: 'namesPerProcessorSecond',
          value: names / median((run) => run.memoryProcessorSeconds),
          unit: '/s',
          note: 'of one core, up to the same row: what others do on the machine has little part in it',
        },
        { key: 'confirmedPerSecond', value: names / median((run) => run.wholeSeconds), unit: '/s' },
        { key: 'processorMicroseconds', value: (median((run) => run.wholeProcessorSeconds) / names) * 1e6, unit: 'µs' },
        { key: 'megabytes', value: megabytesOf(pid) - before, unit: 'MB', note: 'the platform grew over the runs' },
        { key: 'load', value: Number(load()), unit: '', note: 'of the machine in the last minute' },
      ]
    },
    { prepare: (folder) => makeTakenFolder(folder, suffixes, labels) },
  )
}

const load = () => (loadavg()[0] ?? 0).toFixed(1)

async function once(client: ApiClient, list: string, pid: number): Promise<Run> {
  const startedProcessor = processorSeconds(pid).own
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1_000
  const response = await client.raw('POST', 'search/bulk', list, { 'content-type': 'text/plain' })
  if (!response.ok || !response.body) throw new Error(`a bulk search answered ${response.status}`)
  let known = 0
  let memorySeconds = 0
  let memoryProcessorSeconds = 0
  let end = ''
  for await (const chunk of response.body) {
    const text = Buffer.from(chunk).toString('latin1')
    known += occurrences(end.slice(-marker.length + 1) + text, marker)
    if (known === names && memorySeconds === 0) {
      memorySeconds = seconds()
      memoryProcessorSeconds = processorSeconds(pid).own - startedProcessor
    }
    end = (end + text).slice(-300)
  }
  if (known !== names) throw new Error(`memory answered ${known} of ${names} names`)
  if (!/"type":"done","total":100000,/.test(end)) throw new Error(`a bulk search broke off: ${end}`)
  const whole = { wholeSeconds: seconds(), wholeProcessorSeconds: processorSeconds(pid).own - startedProcessor }
  return { memorySeconds, memoryProcessorSeconds, ...whole }
}

/** Stands in each row that memory answered, and only there. */
const marker = '"confirmed":false'

function occurrences(text: string, of: string): number {
  let count = 0
  for (let at = text.indexOf(of); at >= 0; at = text.indexOf(of, at + of.length)) count++
  return count
}
