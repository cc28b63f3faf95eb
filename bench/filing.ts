import { readFileSync } from 'node:fs'
import { checkFiling, type FilingDraft, filingDraft, provinces, type StatedFiling } from '@yuming/filing'
import { type Bench, type Figure, percentile } from './figures.ts'
import { benchFilingForms } from './filing-forms.ts'
import { benchFilingScan } from './filing-scan.ts'
import { benchFilingUploads } from './filing-uploads.ts'

const day = '2026-11-24'

/** What filing costs: each part of it measures itself, and the whole is one table. */
export const benchFiling: Bench = async (options) => {
  const uploads = await benchFilingUploads(options)
  options.say('rules of drafts …')
  return [
    ...ruleCheck(options.quick ? 5_000 : 50_000),
    ...(await benchFilingForms(options)),
    ...(await benchFilingScan(options)),
    ...uploads,
  ]
}

/** The full check of a complete draft, in every province: with one service, and with twenty. */
function ruleCheck(checks: number): readonly Figure[] {
  const drafts = provinces.flatMap(({ name }) => [1, 1, 1, 20].map((services) => draftIn(name, services)))
  for (const draft of drafts) checkFiling(draft)
  const before = process.cpuUsage()
  const milliseconds = Array.from({ length: checks }, (_, at) => {
    const draft = drafts[at % drafts.length]
    const begun = performance.now()
    if (draft) checkFiling(draft)
    return performance.now() - begun
  })
  const { user, system } = process.cpuUsage(before)
  return [
    {
      key: 'draftP99Ms',
      value: percentile(milliseconds, 0.99),
      unit: 'ms',
      note: 'every rule, 31 provinces, 1 or 20 services',
    },
    { key: 'draftP50Ms', value: percentile(milliseconds, 0.5), unit: 'ms' },
    {
      key: 'draftProcessorMs',
      value: (user + system) / 1_000 / checks,
      unit: 'ms',
      note: 'mean, whatever else the machine does',
    },
  ]
}

const company = (
  JSON.parse(readFileSync(new URL('../packages/filing/src/testing/drafts.json', import.meta.url), 'utf8')) as {
    readonly company: StatedFiling
  }
).company

function draftIn(province: string, services: number): FilingDraft {
  const several = <T>(list: readonly T[] | undefined): readonly T[] =>
    Array.from({ length: services }, () => list ?? []).flat()
  return filingDraft(
    {
      ...company,
      check: 'before-submission',
      province,
      services: several(company.services),
      domains: several(company.domains),
      servers: several(company.servers),
    },
    day,
  )
}
