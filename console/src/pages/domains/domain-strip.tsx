import type { DomainPage } from '../../api/types.ts'
import { CalendarStrip } from '../../design/calendar-strip.tsx'
import { count, price, shortDate } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'

export function DomainStrip({ page }: { page: DomainPage }) {
  return (
    <dl className="strip">
      <div>
        <dt>{t('domains.tab.all')}</dt>
        <dd>{count(page.counts.all)}</dd>
      </div>
      <div>
        <dt>{t('domains.tab.yours')}</dt>
        <dd>
          {count(page.counts.yours)}
          {page.nextDue && <small>{t('domains.nextDue', { date: shortDate(page.nextDue) })}</small>}
        </dd>
      </div>
      <div>
        <dt>{t('domains.soon')}</dt>
        <dd>
          {count(page.counts.expiring)}
          {page.expiringFen > 0 && <small>{t('domains.renewAll', { price: price(page.expiringFen) })}</small>}
        </dd>
      </div>
      <div>
        <dt>{t('domains.months')}</dt>
        <dd>
          <CalendarStrip months={page.expiries} />
        </dd>
      </div>
    </dl>
  )
}
