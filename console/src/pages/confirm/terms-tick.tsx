import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'

/** The terms are agreed to by the buyer's own hand: never ticked beforehand. */
export function TermsTick({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="tick terms">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {t('confirm.agree')}
        <Link to="/help/$slug" params={{ slug: 'terms' }} target="_blank">
          {t('confirm.terms')}
        </Link>
      </span>
    </label>
  )
}
