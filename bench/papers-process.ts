import { readFileSync } from 'node:fs'
import { checkPaper } from '@yuming/papers'
import { megabytesOf } from './memory.ts'
import type { PapersRun } from './papers.ts'

const [, , file = '', times = '1'] = process.argv
const photo = readFileSync(file)
const atRest = megabytesOf(process.pid)
/** The most that was ever resident, beyond what the process had before its first photo. */
const grown = () => (process.resourceUsage().maxRSS * 1_024) / 1e6 - atRest

const milliseconds: number[] = []
const processorMilliseconds: number[] = []
let findings = 0
let firstMegabytes = 0
for (let n = 0; n < Number(times); n++) {
  const started = performance.now()
  const before = process.cpuUsage()
  const checked = await checkPaper(photo, { kind: 'id-front', day: '2026-11-24' })
  const { user, system } = process.cpuUsage(before)
  milliseconds.push(performance.now() - started)
  processorMilliseconds.push((user + system) / 1_000)
  findings += checked.findings.length
  if (n === 0) firstMegabytes = grown()
}
const run: PapersRun = { milliseconds, processorMilliseconds, firstMegabytes, megabytes: grown(), findings }
console.log(JSON.stringify(run))
