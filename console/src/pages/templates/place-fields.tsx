import { useQuery } from '@tanstack/react-query'
import { placesQuery } from '../../api/queries.ts'
import { SelectField, TextField } from '../../design/field.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'

type FieldOf = (name: 'region' | 'province' | 'city') => {
  id: string
  label: string
  error: string | undefined
  name: string
}

interface Props {
  field: FieldOf
  region: string
  province: string
}

/** Region, province and city: chosen where the API has a list, typed elsewhere. */
export function PlaceFields({ field, region, province }: Props) {
  const { data, isPending } = useQuery(placesQuery)
  const provinces = region === 'CN' ? (data?.provinces ?? []) : []
  const cities = provinces.find((each) => each.name.zh === province)?.cities ?? []
  // What was typed before the lists came would be lost when they do.
  if (isPending) return <Skeleton rows={2} />
  return (
    <>
      <SelectField {...field('region')}>
        {(data?.regions ?? [{ code: 'CN', name: { zh: '中国内地', en: 'Mainland China' } }]).map((each) => (
          <option key={each.code} value={each.code}>
            {pick(each.name)}
          </option>
        ))}
      </SelectField>
      <div className="field-row">
        {provinces.length > 0 ? (
          <SelectField key={region} {...field('province')}>
            <option value="">{t('choose')}</option>
            {provinces.map((each) => (
              <option key={each.name.zh} value={each.name.zh}>
                {pick(each.name)}
              </option>
            ))}
          </SelectField>
        ) : (
          <TextField {...field('province')} autoComplete="address-level1" />
        )}
        {cities.length > 0 ? (
          <SelectField key={province} {...field('city')}>
            <option value="">{t('choose')}</option>
            {cities.map((each) => (
              <option key={each.zh} value={each.zh}>
                {pick(each)}
              </option>
            ))}
          </SelectField>
        ) : (
          <TextField {...field('city')} autoComplete="address-level2" />
        )}
      </div>
    </>
  )
}
