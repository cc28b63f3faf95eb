import type { UnfitHolder } from '../../api/domain-verification.ts'
import { Cite } from '../../design/cite.tsx'
import { State } from '../../design/state.tsx'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'

/** Verified templates that may not hold this name, each with the rule that says so. */
export function UnfitHolders({ unfit }: { unfit: UnfitHolder[] }) {
  if (unfit.length === 0) return null
  return (
    <details className="unfit">
      <summary>{t('move.unfit', { count: unfit.length })}</summary>
      {unfit.map(({ id, name, findings }) => (
        <div className="against" key={id}>
          <State shape="no">{pick(name)}</State>
          {findings.map((finding) => (
            <Cite key={finding.rule} finding={finding} />
          ))}
        </div>
      ))}
    </details>
  )
}
