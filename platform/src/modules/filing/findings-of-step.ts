import type { Finding } from '@yuming/rules'

export const filingSteps = ['subject', 'services', 'access', 'papers', 'order'] as const
export type FilingStepName = (typeof filingSteps)[number]

/** The step of the wizard in which what a finding is about can be changed. */
export function stepOf(field: string): FilingStepName {
  if (/^papers(\.|$)/.test(field)) return 'papers'
  if (/^(servers(\.|$)|services\.\d+\.access)/.test(field)) return 'access'
  if (/^(services|domains)(\.|$)/.test(field)) return 'services'
  return /^subject(\.|$)/.test(field) ? 'subject' : 'order'
}

export function findingsOfStep(findings: readonly Finding[], step: FilingStepName): readonly Finding[] {
  return findings.filter(({ field }) => stepOf(field) === step)
}
