import { t } from '../../i18n/text.ts'
import { ChangesTable } from './changes-table.tsx'
import { OperatorFrame } from './operator-frame.tsx'

export function ChangesPage() {
  return (
    <OperatorFrame needs="catalog" title={t('operator.changes')} api="GET /v1/operator/catalog/changes">
      {({ clock }) => (
        <>
          <div className="head">
            <div>
              <h1>{t('operator.changes')}</h1>
              <p>{t('operator.changesLead')}</p>
            </div>
          </div>
          <ChangesTable today={clock.today} />
        </>
      )}
    </OperatorFrame>
  )
}
