import type { OperatorRole } from '../../../api/types.ts'
import { t } from '../../../i18n/text.ts'
import { useSearch } from '../../../router/place.ts'
import { OperatorFrame } from '../operator-frame.tsx'
import { mayOperate } from '../operator-pages.ts'
import { AxisTabs } from './axis-tabs.tsx'
import { Desk } from './desk.tsx'
import { KeysHelp } from './keys-help.tsx'
import { type Axis, axes } from './review-queries.ts'
import './reviews.css'

/** Whatever else an address asks for was decided by nobody. */
const reviewNumber = /^SM-\d+$/

/** Nobody sees a queue that is another's work. */
function axesFor(roles: readonly OperatorRole[]): readonly Axis[] {
  return axes.filter((axis) => mayOperate(roles, axis === 'qualification' ? 'qualification-reviewer' : 'reviewer'))
}

export function ReviewsPage() {
  const asked = useSearch('axis', 'case')
  return (
    <OperatorFrame
      needs={['reviewer', 'qualification-reviewer']}
      title={t('reviews.title')}
      api={`GET /v1/operator/reviews?axis=${asked.axis ?? 'identity'}`}
      wide
    >
      {({ account }) => {
        const own = axesFor(account?.operatorRoles ?? [])
        const axis = own.find((known) => known === asked.axis) ?? own[0] ?? 'identity'
        return (
          <>
            <h1 className="vh">{t('reviews.title')}</h1>
            <div className="bar2">
              <AxisTabs axes={own} axis={axis} />
              <KeysHelp />
            </div>
            <Desk key={axis} axis={axis} asked={reviewNumber.test(asked.case ?? '') ? asked.case : undefined} />
          </>
        )
      }}
    </OperatorFrame>
  )
}
