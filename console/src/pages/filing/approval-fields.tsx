import type { FilingService } from '../../api/filing.ts'
import type { Finding } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { SelectField, TextField } from '../../design/field.tsx'
import { t } from '../../i18n/text.ts'
import { errorOf } from './errors-of.ts'
import { preApprovals } from './filing-words.ts'

type Approvals = NonNullable<FilingService['preApprovals']>

interface Props {
  /** Of the service. */
  at: string
  value: Approvals
  findings: readonly Finding[] | undefined
  onChange: (approvals: Approvals) => void
}

/** 前置或专项审批: none, one or several, each with its number and its last day (S3-40). */
export function ApprovalFields({ at, value, findings, onChange }: Props) {
  const change = (index: number, part: Partial<Approvals[number]>) =>
    onChange(value.map((one, place) => (place === index ? { ...one, ...part } : one)))
  const listError = errorOf(findings, `${at}.preApprovals`)
  return (
    <fieldset id={`${at}.preApprovals`} tabIndex={-1}>
      <legend className="lab">{t('filing.site.preApproval')}</legend>
      {value.length === 0 && <p className="soft">{t('filing.site.noPreApproval')}</p>}
      {value.map((approval, index) => {
        const id = `${at}.preApprovals.${index}`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: approvals are told apart by their place only
          <div className="approval" key={index}>
            <SelectField
              id={`${id}.type`}
              label={t('filing.site.preApprovalType')}
              value={approval.type}
              error={errorOf(findings, id) ?? errorOf(findings, `${id}.type`)}
              onChange={(event) => change(index, { type: event.target.value })}
            >
              {preApprovals.map((type) => (
                <option key={type} value={type}>
                  {t(`filing.preApproval.${type}`)}
                </option>
              ))}
            </SelectField>
            <div className="duo">
              <TextField
                id={`${id}.number`}
                label={t('filing.site.preApprovalNumber')}
                value={approval.number ?? ''}
                error={errorOf(findings, `${id}.number`)}
                autoComplete="off"
                onChange={(event) => change(index, { number: event.target.value })}
              />
              <TextField
                id={`${id}.endsOn`}
                type="date"
                label={t('filing.site.preApprovalEnds')}
                optional={t('optional')}
                value={approval.endsOn ?? ''}
                error={errorOf(findings, `${id}.endsOn`)}
                onChange={(event) => {
                  const { endsOn: _, ...rest } = approval
                  const day = event.target.value
                  onChange(value.map((one, place) => (place !== index ? one : day ? { ...rest, endsOn: day } : rest)))
                }}
              />
            </div>
            <Button
              look="text"
              size="s"
              aria-label={t('filing.site.removePreApprovalOf', {
                approval: t(`filing.preApproval.${approval.type as 'news'}`),
              })}
              onClick={() => onChange(value.filter((_, place) => place !== index))}
            >
              {t('filing.site.removePreApproval')}
            </Button>
          </div>
        )
      })}
      {listError && <p className="err st st--fail">{listError}</p>}
      <Button
        size="s"
        onClick={() => {
          const free = preApprovals.find((type) => value.every((one) => one.type !== type)) ?? preApprovals[0]
          onChange([...value, { type: free }])
        }}
      >
        {t(value.length === 0 ? 'filing.site.addPreApproval' : 'filing.site.addAnotherPreApproval')}
      </Button>
    </fieldset>
  )
}
