import type { Filing } from '../../api/filing.ts'
import { State } from '../../design/state.tsx'
import { dayAndTime } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'

/** Why it came back: the reason on top, what was heard, its cause, and what to do. */
export function Opinion({ opinion }: { opinion: NonNullable<Filing['opinion']> }) {
  return (
    <section className="reason" aria-labelledby="opinion-title">
      <h2 id="opinion-title">
        <State shape="fail">{t(`filing.opinion.${opinion.by}`)}</State>{' '}
        <time className="small muted">{dayAndTime(opinion.at)}</time>
      </h2>
      {opinion.remark && <p>“{opinion.remark}”</p>}
      {opinion.reasons.map((reason) => (
        <dl className="cite" key={reason.id}>
          <div>
            <dt>{t('filing.opinion.cause')}</dt>
            <dd>{sentence(reason.cause)}</dd>
          </div>
          <div>
            <dt>{t('cite.remedy')}</dt>
            <dd>{sentence(reason.remedy)}</dd>
          </div>
        </dl>
      ))}
      <p className="small">
        <Link to="/filing-reasons">{t('filing.reasons.title')}</Link>
      </p>
    </section>
  )
}
