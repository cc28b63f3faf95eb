import type { NextStep } from '../../api/types.ts'
import { Cite } from '../../design/cite.tsx'
import { State } from '../../design/state.tsx'
import { longDate } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { namesOf } from './names-of.ts'

/** ICP filing (备案): from which day, by which rule, what it waits for, and where it begins (S1-93). */
export function FilingStep({ step, of }: { step: NextStep; of: number }) {
  const waits = step.state === 'waits'
  return (
    <li>
      <div>
        <h3>{t('next.filing')}</h3>
        <p>
          {namesOf(step, of)}
          {sentenceOf(step)}
          {!step.sure && t('next.filing.unsure')}
        </p>
        {waits && (
          <State shape="wait">{t(step.earliest ? 'next.filing.state.waits' : 'next.filing.state.after')}</State>
        )}
        {step.findings.length > 0 && (
          <details>
            <summary>{t('next.filing.rule')}</summary>
            {step.findings.map((finding) => (
              <Cite key={finding.rule} finding={finding} />
            ))}
          </details>
        )}
      </div>
      {step.state === 'open' ? (
        <Link className="btn btn--main" to="/filings/new" search={{ domain: only(step.names) }}>
          {t('next.filing.begin')}
        </Link>
      ) : (
        <Link className="btn" to="/help/$slug" params={{ slug: 'filing-overview' }}>
          {t('next.filing.prepare')}
        </Link>
      )}
    </li>
  )
}

/** Which of several is filed first is the customer's to say. */
function only(names: readonly string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined
}

function sentenceOf({ state, earliest, latest }: NextStep): string {
  if (state === 'open' || state === 'closed' || state === 'unknown') return t(`next.filing.${state}`)
  return earliest && latest
    ? t('next.filing.waits', { earliest: longDate(earliest), latest: longDate(latest) })
    : t('next.filing.after')
}
