import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../../api/client.ts'
import type { Filing } from '../../../api/filing.ts'
import { placesQuery } from '../../../api/queries.ts'
import { Button } from '../../../design/button.tsx'
import { SelectField, TextField } from '../../../design/field.tsx'
import { pick } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import type { Act } from './act.ts'

const phone = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/
const fields = ['name', 'phone', 'province', 'city', 'street'] as const

/** 邮寄地址 (S3-60, S3-61): the principal's own data stand there already. */
export function CurtainAddress({ filing, act, busy }: { filing: Filing; act: Act; busy: boolean }) {
  const { region, correspondenceAddress = '', principal } = filing.draft.subject
  const places = useQuery(placesQuery)
  const [tried, setTried] = useState(false)
  const [address, setAddress] = useState({
    name: principal?.name ?? '',
    phone: principal?.phone ?? '',
    province: region?.province ?? '',
    city: region?.city ?? '',
    street: correspondenceAddress,
    postcode: '',
  })
  const errorOf = (field: (typeof fields)[number]) => {
    if (address[field].trim() === '') return t('filing.check.wanted')
    return field === 'phone' && !phone.test(address.phone.trim()) ? t('filing.check.phoneWrong') : undefined
  }
  const text = (field: keyof typeof address) => ({
    id: `curtain-${field}`,
    label: t(`filing.check.${field}`),
    value: address[field],
    onChange: (event: { target: { value: string } }) => setAddress({ ...address, [field]: event.target.value }),
  })
  const shown = (field: (typeof fields)[number]) => ({ ...text(field), error: tried ? errorOf(field) : undefined })
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        const wrong = fields.find((field) => errorOf(field) !== undefined)
        if (wrong) {
          document.getElementById(`curtain-${wrong}`)?.focus()
          return
        }
        const { postcode, ...rest } = address
        void act(() =>
          post(`filings/${filing.number}/curtain`, { ...rest, ...(/^\d{6}$/.test(postcode) ? { postcode } : {}) }),
        )
      }}
    >
      <h3>{t('filing.check.address')}</h3>
      <p className="soft">{t('filing.check.addressWhy')}</p>
      <div className="duo">
        <TextField {...shown('name')} autoComplete="name" />
        <TextField {...shown('phone')} inputMode="tel" autoComplete="tel" />
        <SelectField {...shown('province')}>
          <option value="">{t('choose')}</option>
          {(places.data?.provinces ?? []).map((each) => (
            <option key={each.name.zh} value={each.name.zh}>
              {pick(each.name)}
            </option>
          ))}
        </SelectField>
        <TextField {...shown('city')} autoComplete="address-level2" />
      </div>
      <TextField {...shown('street')} autoComplete="street-address" />
      <TextField {...text('postcode')} inputMode="numeric" optional={t('optional')} autoComplete="postal-code" />
      <p>
        <Button look="main" type="submit" disabled={busy}>
          {t('filing.check.order')}
        </Button>
      </p>
    </form>
  )
}
