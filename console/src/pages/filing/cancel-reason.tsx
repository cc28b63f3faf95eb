import { SelectField } from '../../design/field.tsx'
import { t } from '../../i18n/text.ts'

const reasons = ['not-used', 'domain-gone', 'moved', 'company-closed', 'other'] as const
export type CancelReason = (typeof reasons)[number]

interface Props {
  value: CancelReason | undefined
  onChange: (reason: CancelReason) => void
}

/** 注销原因, by the reasons that the bureau's interface knows. */
export function CancelReasonField({ value, onChange }: Props) {
  return (
    <SelectField
      id="end-reason"
      label={t('filing.end.reason')}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value as CancelReason)}
    >
      {value === undefined && <option value="">{t('choose')}</option>}
      {reasons.map((one) => (
        <option key={one} value={one}>
          {t(`filing.end.reason.${one}`)}
        </option>
      ))}
    </SelectField>
  )
}
