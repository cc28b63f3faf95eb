import type { ReactNode } from 'react'
import { t } from '../../i18n/text.ts'

/** A field with what is to be known of it beside it: 国 for the whole country, the province's character for its own. */
export function Hinted({ children, hint, mark }: { children: ReactNode; hint?: ReactNode; mark?: string | undefined }) {
  return (
    <div className="f">
      <div>{children}</div>
      {hint && (
        <p className="hint">
          <i aria-hidden="true">{mark ?? t('filing.hint.national')}</i>
          {hint}
        </p>
      )}
    </div>
  )
}
