import type { Finding } from '../../api/types.ts'
import { State } from '../../design/state.tsx'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'

/** What was found of a photograph, in words; nothing found is said too. */
export function PaperChecks({ findings }: { findings: Finding[] }) {
  if (findings.length === 0) return <State shape="ok">{t('identity.good')}</State>
  return (
    <ul className="checks" aria-label={t('identity.checks')}>
      {findings.map((finding) => (
        <li key={finding.rule}>
          <State shape={finding.severity === 'refuse' ? 'fail' : 'you'}>{sentence(finding.message)}</State>
          <small>{sentence(finding.remedy)}</small>
        </li>
      ))}
    </ul>
  )
}
