import type { RenewalTrial } from '../../api/types.ts'
import { DomainName } from '../../design/domain-name.tsx'
import { State } from '../../design/state.tsx'
import { money, price } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { YearsSelect } from './years-select.tsx'

interface Props {
  line: RenewalTrial['lines'][number]
  years: number
  onYears: (years: number) => void
}

export function RenewManyRow({ line, years, onYears }: Props) {
  const [finding] = line.findings
  return (
    <li>
      <div>
        <DomainName name={line.name} ascii={line.ascii} off={line.state === 'invalid'} />
        {finding ? (
          <p className="small">
            <State shape="fail">{sentence(finding.message)}</State> {sentence(finding.remedy)}
          </p>
        ) : (
          <p className="small soft">{t('renewMany.days', { from: line.expiresOn ?? '', to: line.newExpiry ?? '' })}</p>
        )}
      </div>
      <YearsSelect label={t('confirm.yearsOf', { name: line.name })} value={years} onChange={onYears} />
      <span className={finding ? 'muted' : undefined}>
        {finding ? t('confirm.notCounted') : money(line.subtotalFen)}
        {line.discountFen > 0 && <small className="off">{t('confirm.off', { price: price(line.discountFen) })}</small>}
      </span>
    </li>
  )
}
