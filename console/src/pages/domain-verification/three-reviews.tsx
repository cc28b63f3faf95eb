import type { ReviewAxis } from '../../api/domain-verification.ts'
import { type Shape, State } from '../../design/state.tsx'
import { shortDate } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'

const shapes: Record<ReviewAxis['state'], Shape> = {
  'not-needed': 'off',
  unknown: 'todo',
  'not-begun': 'todo',
  reviewing: 'wait',
  passed: 'ok',
  failed: 'fail',
}

/** 实名、命名、资质 in one strip; the one that moves now is marked. */
export function ThreeReviews({ axes, now }: { axes: ReviewAxis[]; now: ReviewAxis['axis'] | undefined }) {
  return (
    <section className="sec three-reviews">
      <h2>{t('nameCheck.axes')}</h2>
      <dl>
        {axes.map(({ axis, state, turn, by, detail }) => (
          <div key={axis} className={axis === now && turn ? 'now' : undefined}>
            <dt>{t(`nameCheck.axis.${axis}`)}</dt>
            <dd>
              <State shape={turn === 'you' && state === 'not-begun' ? 'you' : shapes[state]}>
                {t(`nameCheck.state.${state}`)}
              </State>
              <small>{sentence(detail)}</small>
              {turn && (
                <small>
                  {t(`nameCheck.turn.${turn}`)}
                  {by && state !== 'not-begun' && `${t('comma')}${t('nameCheck.until', { date: shortDate(by) })}`}
                </small>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
