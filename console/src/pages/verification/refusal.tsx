import type { ReviewCase } from '../../api/types.ts'
import { gap, sentences } from '../../design/sentences.ts'
import { dayAndTime } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'

/** Why it did not pass, on top of everything else (S4-23, S4-24). */
export function Refusal({ reviewCase }: { reviewCase: ReviewCase }) {
  const { remark, reasons, why, heard, submittedAt, decidedAt, attempt } = reviewCase
  return (
    <section className="reason" role="alert">
      <div>
        <h2>{remark ?? (sentence(why[0]?.cause) || heard || reasons.join(', '))}</h2>
        <ul>
          {why.map(({ id, cause, remedy }) => (
            <li key={id}>
              {sentences(sentence(cause))}
              {gap()}
              <b>{sentences(sentence(remedy))}</b>
            </li>
          ))}
        </ul>
        <p>
          {t('identity.refused', { submitted: dayAndTime(submittedAt), decided: dayAndTime(decidedAt ?? submittedAt) })}
        </p>
        {attempt > 1 && <p className="small">{t('identity.attempt', { count: attempt })}</p>}
      </div>
    </section>
  )
}
