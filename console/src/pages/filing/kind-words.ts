import type { FilingService } from '../../api/filing.ts'
import { knownText, t } from '../../i18n/text.ts'

/** What is filed, within a sentence: 网站, App, 小程序, 快应用. */
export const kindWord = (kind: string): string => knownText(`filing.kindWord.${kind}`) ?? t('filing.kindWord.service')

/** The kind that all services have; `service` where there are several kinds, or none. */
export function kindOfAll(services: readonly Pick<FilingService, 'kind'>[]): string {
  const [kind = 'service', ...others] = new Set(services.map((one) => one.kind))
  return others.length > 0 ? 'service' : kind
}

/** The step 网站 is called by what is filed. */
export function servicesStepWord(services: readonly Pick<FilingService, 'kind'>[]): string {
  const kind = kindOfAll(services)
  return (kind === 'service' ? undefined : knownText(`filing.kind.${kind}`)) ?? t('filing.steps.services')
}

/** One of several, by its place and its kind. */
export const numbered = (index: number, kind: string | undefined): string =>
  t('filing.site.title', { number: index + 1, kind: knownText(`filing.kind.${kind}`) ?? t('filing.kind.service') })
