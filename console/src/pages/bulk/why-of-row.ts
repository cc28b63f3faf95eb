import { locale, sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import type { BulkRow } from './bulk-row.ts'

/** The sentence under a name: to what it was folded, which rule speaks, or that a registry is being asked.
 *  @param at the row of a line
 *  @param running whether answers still come */
export function whyOfRow(row: BulkRow, at: (line: number) => BulkRow | undefined, running: boolean): string {
  if (row.of !== undefined) return t('bulk.sameAs', { line: row.of, name: at(row.of)?.name ?? '' })
  if (row.confirmed === false) return t(running ? 'search.unconfirmed' : 'search.notConfirmed')
  const [finding] = row.findings ?? []
  if (!finding) return row.state === 'unanswered' ? t('search.unansweredWhy') : ''
  return locale() === 'zh'
    ? `${sentence(finding.message)}（${finding.rule}）`
    : `${sentence(finding.message)} (${finding.rule})`
}
