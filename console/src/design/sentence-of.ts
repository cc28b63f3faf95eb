import { ApiProblem } from '../api/problem.ts'
import { sentence } from '../i18n/locale.ts'
import { t } from '../i18n/text.ts'
import { ended, gap } from './sentences.ts'

/** The sentence a person reads when a call has failed: what happened, then the detail, each a sentence of its own. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof ApiProblem)) return t('error.unknown')
  if (error.status === 0) return t('error.noAnswer')
  const parts = [error.title, error.detail].map(sentence).filter((part) => part !== '')
  if (parts.length === 0) return t('error.unknown')
  return parts.map((part, index) => (index < parts.length - 1 ? ended(part) : part)).join(gap())
}
