import type { Axis } from '../../api/types.ts'
import { State, shapeOf } from '../../design/state.tsx'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'

/** The nine sides of a name's state in one strip; the one that moves now is marked. */
export function Axes({ name, axes, filingOrder }: { name: string; axes: Axis[]; filingOrder: string | null }) {
  return (
    <dl className="axes" aria-label={t('domain.axes')}>
      {axes.map((axis) => (
        <div key={axis.key} className={shapeOf(axis.shape) === 'run' ? 'now' : undefined}>
          <dt>{sentence(axis.title)}</dt>
          <dd>
            <State shape={shapeOf(axis.shape)}>{sentence(axis.state)}</State>
            {axis.detail && <small>{sentence(axis.detail)}</small>}
            {axis.key === 'identity' && (
              <small>
                <Link to="/domains/$name/verification" params={{ name }}>
                  {t('nameCheck.open')}
                </Link>
              </small>
            )}
            {axis.key === 'filing' && filingOrder && (
              <small>
                <Link to="/filings/$number" params={{ number: filingOrder }}>
                  {t('domain.filingOpen')}
                </Link>
              </small>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
