import type { FilingAccess } from '../../api/filing.ts'
import type { Finding } from '../../api/types.ts'
import { SelectField, TextField } from '../../design/field.tsx'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { errorOf } from './errors-of.ts'
import { accessModes } from './filing-words.ts'
import { Hinted } from './hinted.tsx'

/** Addresses as people paste them: spaces, commas and lines between them. */
const addressesOf = (text: string) => text.split(/[\s,，;；、]+/).filter((part) => part !== '')

interface Props {
  /** `services.0.access.1` */
  at: string
  value: FilingAccess
  findings: readonly Finding[] | undefined
  /** What stands against the accesses of the service as a whole is told at the first of them. */
  ofAll: string | undefined
  numbers: readonly { number: string; product: string }[]
  provinces: readonly { name: { zh: string; en: string } }[]
  onChange: (part: Partial<FilingAccess>) => void
}

/** One place where a service runs. */
export function AccessFields({ at, value, findings, ofAll, numbers, provinces, onChange }: Props) {
  const list = `numbers-${at.replaceAll('.', '-')}`
  return (
    <>
      <Hinted hint={t('filing.hint.serviceNumber')}>
        <TextField
          id={`${at}.serviceNumber`}
          label={t('filing.access.serviceNumber')}
          value={value.serviceNumber ?? ''}
          error={errorOf(findings, `${at}.serviceNumber`)}
          autoComplete="off"
          list={list}
          onChange={(event) => onChange({ serviceNumber: event.target.value })}
        />
        <datalist id={list}>
          {numbers.map(({ number, product }) => (
            <option key={number} value={number}>
              {product}
            </option>
          ))}
        </datalist>
      </Hinted>
      <Hinted hint={t('filing.hint.ips')}>
        <TextField
          id={`${at}.ips`}
          label={t('filing.access.ips')}
          defaultValue={(value.ips ?? []).join(' ')}
          error={errorOf(findings, `${at}.ips`) ?? ofAll}
          onBlur={(event) => onChange({ ips: addressesOf(event.target.value) })}
        />
      </Hinted>
      <Hinted hint={t('filing.hint.place')}>
        <div className="duo">
          <SelectField
            id={`${at}.mode`}
            label={t('filing.access.mode')}
            value={value.mode ?? ''}
            error={errorOf(findings, `${at}.mode`)}
            onChange={(event) => onChange({ mode: event.target.value })}
          >
            <option value="">{t('choose')}</option>
            {accessModes.map((mode) => (
              <option key={mode} value={mode}>
                {t(`filing.mode.${mode}`)}
              </option>
            ))}
          </SelectField>
          <SelectField
            id={`${at}.place`}
            label={t('filing.access.place')}
            value={value.place ?? ''}
            error={errorOf(findings, `${at}.place`)}
            onChange={(event) => onChange({ place: event.target.value })}
          >
            <option value="">{t('choose')}</option>
            {provinces.map((each) => (
              <option key={each.name.zh} value={each.name.zh}>
                {pick(each.name)}
              </option>
            ))}
          </SelectField>
        </div>
      </Hinted>
    </>
  )
}
