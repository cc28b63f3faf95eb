import type { ReactNode } from 'react'
import { Button } from '../../../design/button.tsx'
import { State } from '../../../design/state.tsx'
import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { type Draft, isDifferent, judged } from './draft.ts'
import type { ComparedRow } from './holder-rows.ts'
import type { MachineCheck } from './review-queries.ts'

export interface Line {
  row: ComparedRow
  title: string
  said: ReactNode
  also?: string
}

interface Props {
  lines: readonly Line[]
  checks: readonly MachineCheck[]
  /** Rows that a chosen reason is about. */
  differing: readonly (ComparedRow | undefined)[]
  draft: Draft
  onDraft: (draft: Draft) => void
}

/** What was declared beside what the paper shows, row by row: the machine says what it can, the reviewer has the last word. */
export function ComparedTable({ lines, checks, differing, draft, onDraft }: Props) {
  return (
    <table className="tbl tbl--cards cmp">
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{t('reviews.number')}</span>
          </th>
          <th scope="col">{t('reviews.item')}</th>
          <th scope="col">{t('reviews.declared')}</th>
          <th scope="col">{t('reviews.shown')}</th>
          <th scope="col">{t('reviews.compared')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ row, title, said, also }, index) => {
          const verdict = draft.rows[row]
          const different = isDifferent(draft, row, differing)
          return (
            <tr key={row} className={different ? 'diff' : undefined}>
              <td>
                <span className="n">{index + 1}</span>
              </td>
              <th scope="row">{title}</th>
              <td>
                {said}
                {also && <small>{also}</small>}
              </td>
              <td className="shown full" data-l={t('reviews.shown')}>
                {verdict?.same && <span>{t('reviews.same')}</span>}
                {verdict && !verdict.same && (
                  <input
                    className="in in--s"
                    aria-label={t('reviews.shownOf', { row: title })}
                    placeholder={t('reviews.shownExample')}
                    maxLength={100}
                    value={verdict.shown}
                    onChange={(event) =>
                      onDraft({ ...draft, rows: { ...draft.rows, [row]: { same: false, shown: event.target.value } } })
                    }
                  />
                )}
                {checks
                  .filter((check) => check.row === row)
                  .map(({ good, text, rule }) => (
                    <small key={text.zh} title={rule ?? undefined}>
                      {good ? sentence(text) : <State shape="fail">{sentence(text)}</State>}
                    </small>
                  ))}
              </td>
              <td className="verdict">
                <fieldset>
                  <legend className="vh">{t('reviews.verdictOf', { row: title })}</legend>
                  <Button
                    size="s"
                    look="text"
                    aria-pressed={verdict?.same === true}
                    onClick={() => onDraft(judged(draft, row, true))}
                  >
                    <State shape={verdict?.same === true ? 'ok' : 'todo'}>{t('reviews.agrees')}</State>
                  </Button>
                  <Button
                    size="s"
                    look="text"
                    aria-pressed={different}
                    onClick={() => onDraft(judged(draft, row, false))}
                  >
                    <State shape={different ? 'fail' : 'todo'}>{t('reviews.differs')}</State>
                  </Button>
                </fieldset>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
