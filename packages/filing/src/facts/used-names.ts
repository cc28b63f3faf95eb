import type { FilingCase } from './filing-facts.ts'
import type { ServiceFacts } from './service-shape.ts'

export function isWebsite({ kind = 'website' }: Pick<ServiceFacts, 'kind'>): boolean {
  return kind === 'website'
}

/** The domain of a case is used by an App or its relatives and is filed for no website of this draft. */
export function onlyUsed({ draft: { services }, domain }: FilingCase): boolean {
  if (services.every(isWebsite)) return false
  const name = written(domain.name)
  const naming = services.filter(({ domains = [] }) => domains.some((one) => written(one) === name))
  return naming.length > 0 && !naming.some(isWebsite)
}

/** As the A-label, however it was typed. */
function written(name: string): string {
  try {
    return new URL(`https://${name.trim()}`).hostname
  } catch {
    return name.trim().toLowerCase()
  }
}
