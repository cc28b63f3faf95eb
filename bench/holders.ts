import { readFileSync } from 'node:fs'
import { certificateKind, certificateKindOfCode, checkHolder, checkNumber, type StatedFacts } from '@yuming/identity'
import type { Bench } from './figures.ts'
import { rate } from './rate.ts'

const day = '2026-11-24'

type Holder = Pick<StatedFacts, 'holder' | 'certificate' | 'paper'>

/** One core: what a holder declares by all rules of a day, and the number of a paper alone; good ones, and one for each way to go wrong. */
export const benchHolders: Bench = async ({ quick, say }) => {
  const seconds = quick ? 3 : 10
  const file = new URL('../packages/identity/src/testing/made-up-holders.jsonl', import.meta.url)
  const holders = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Holder)
  const numbers = holders.flatMap(({ certificate }) => {
    const kind = certificate && (certificateKind(certificate.kind) ?? certificateKindOfCode(certificate.kind))
    return kind && certificate?.number ? [{ kind, number: certificate.number }] : []
  })
  let at = 0
  say(`${holders.length} holders …`)
  const checks = rate(seconds, () => checkHolder(holders[at++ % holders.length] ?? {}, day))
  say(`${numbers.length} numbers …`)
  const numberChecks = rate(seconds, () => {
    const one = numbers[at++ % numbers.length]
    return one && checkNumber(one.kind, one.number, day)
  })
  return [
    { key: 'holdersPerSecond', value: checks, unit: '/s', note: 'every field by every rule; most are wrong somewhere' },
    { key: 'numbersPerSecond', value: numberChecks, unit: '/s', note: 'shape, area, birth and check digit' },
  ]
}
