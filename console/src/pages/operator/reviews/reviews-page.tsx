import { t } from '../../../i18n/text.ts'
import { useSearch } from '../../../router/place.ts'
import { OperatorFrame } from '../operator-frame.tsx'
import { AxisTabs } from './axis-tabs.tsx'
import { Desk } from './desk.tsx'
import { KeysHelp } from './keys-help.tsx'
import { axes } from './review-queries.ts'
import './reviews.css'

export function ReviewsPage() {
  const asked = useSearch('axis', 'case')
  const axis = axes.find((known) => known === asked.axis) ?? 'identity'
  return (
    <OperatorFrame needs="reviewer" title={t('reviews.title')} api={`GET /v1/operator/reviews?axis=${axis}`} wide>
      {() => (
        <>
          <h1 className="vh">{t('reviews.title')}</h1>
          <div className="bar2">
            <AxisTabs axis={axis} />
            <KeysHelp />
          </div>
          <Desk key={axis} axis={axis} asked={asked.case} />
        </>
      )}
    </OperatorFrame>
  )
}
