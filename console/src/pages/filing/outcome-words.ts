import type { CourseEntry, Filing, ListedFiling } from '../../api/filing.ts'
import type { Shape } from '../../design/state.tsx'
import { shortDate } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { shapeOfState } from './filing-words.ts'
import { kindOfAll, kindWord } from './kind-words.ts'

const endings = { 'cancel-access': 'access', 'cancel-service': 'service', 'cancel-subject': 'subject' } as const

/** What an order for a cancellation ends; undefined for every other order. */
export const endingOf = (type: string) =>
  endings[type as keyof typeof endings] as 'access' | 'service' | 'subject' | undefined

/** An order by its state; once it has passed, by what it did and by what became of that since. */
export function stateWords({ type, state, standing }: ListedFiling): { words: string; shape: Shape } {
  if (state !== 'passed') return { words: t(`filing.state.${state}`), shape: shapeOfState[state] }
  const ending = endingOf(type)
  if (ending) return { words: t(`filing.ended.${ending}`), shape: 'ok' }
  if (standing === 'cancelled' || standing === 'elsewhere')
    return { words: t(`filing.standing.${standing}`), shape: 'off' }
  return { words: t(type === 'claim' ? 'filing.claim.passed' : 'filing.state.passed'), shape: 'ok' }
}

export function headline(filing: Filing): string {
  const { type, state, course, filingNumber } = filing
  if (state === 'passed') return t('filing.ended.of', { state: stateWords(filing).words, number: filingNumber ?? '' })
  if (state === 'withdrawn') return t('filing.course.withdrawn')
  const last = course.at(-1)
  if (!last?.from || !last.until) return t(`filing.state.${state}`)
  const days = { from: shortDate(last.from), until: shortDate(last.until) }
  if (type === 'claim') return t('filing.claim.expected', days)
  if (type.startsWith('change-')) return t('filing.changed.expected', days)
  return t(endingOf(type) ? 'filing.end.expected' : 'filing.course.expected', days)
}

/** What a step is called: the last one by what the order brings about. */
export function stepWords(step: CourseEntry['step'], type: string): string {
  if (step !== 'result') return t(`filing.course.step.${step}`)
  if (type === 'claim') return t('filing.claim.step.result')
  if (type.startsWith('change-')) return t('filing.changed.step.result')
  const ending = endingOf(type)
  if (ending === 'access') return t('filing.end.step.result.access')
  return t(ending ? 'filing.end.step.result' : 'filing.course.step.result')
}

/** What is to be known now. An App opens no site: its number is shown in it. */
export function nowOf({ type, state, standing, draft }: Filing): string {
  const ending = endingOf(type)
  if (state === 'passed') {
    if (ending) return t(`filing.ended.${ending}.now`)
    if (standing === 'cancelled' || standing === 'elsewhere') return t(`filing.standing.${standing}.now`)
    if (type === 'claim') return t('filing.claim.now')
    if (type.startsWith('change-')) return t('filing.changed.now')
    const app = draft.services.length > 0 && draft.services.every(({ kind }) => kind !== 'website')
    return app ? t('filing.now.passed.app', { kind: kindWord(kindOfAll(draft.services)) }) : t('filing.now.passed')
  }
  if (state === 'ready' && ending) return t('filing.end.ready')
  if (state === 'withdrawn' && (ending || type.startsWith('change-'))) return t('filing.end.withdrawn')
  if (state === 'first-review' && type === 'claim') return t('filing.claim.review')
  return t(`filing.now.${state}`)
}
