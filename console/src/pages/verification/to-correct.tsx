import type { Finding } from '../../api/types.ts'
import { Cite } from '../../design/cite.tsx'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'

/** What the rules say today of what was written once: a paper may have ended since. */
export function ToCorrect({ template, findings }: { template: string; findings: Finding[] }) {
  if (findings.length === 0) return null
  return (
    <section className="sec" aria-label={t('identity.toCorrect')}>
      <h2>{t('identity.toCorrect')}</h2>
      {findings.map((finding) => (
        <Cite key={`${finding.rule} ${finding.field}`} finding={finding} />
      ))}
      <p>
        <Link className="btn" to="/templates/$id/edit" params={{ id: template }}>
          {t('identity.correct')}
        </Link>
      </p>
    </section>
  )
}
