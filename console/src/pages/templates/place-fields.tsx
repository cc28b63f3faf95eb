import { useQuery } from '@tanstack/react-query'
import { placesQuery } from '../../api/queries.ts'
import { SelectField, TextField } from '../../design/field.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { NotFetched } from '../../shell/not-fetched.tsx'
import type { FieldOf } from './field-of.ts'

/** Where the holder belongs and its paper is from: every country and region, China first. */
export function RegionField({ field }: { field: FieldOf }) {
  const { data, isPending } = useQuery(placesQuery)
  // What was chosen before the list came would be lost when it does.
  if (isPending) return <Skeleton rows={1} />
  return (
    <SelectField {...field('region')}>
      {(data?.regions ?? [{ code: 'CN', name: { zh: '中国内地', en: 'Mainland China' } }]).map((each) => (
        <option key={each.code} value={each.code}>
          {pick(each.name)}
        </option>
      ))}
    </SelectField>
  )
}

/** Province and city: chosen where the API has a list, typed elsewhere; both with their English. */
export function PlaceFields({ field, region, province }: { field: FieldOf; region: string; province: string }) {
  const places = useQuery(placesQuery)
  const { data } = places
  const provinces = region === 'CN' ? (data?.provinces ?? []) : []
  const cities = provinces.find((each) => each.name.zh === province)?.cities ?? []
  if (places.isPending) return <Skeleton rows={2} />
  return (
    <>
      <NotFetched of={[places]} />
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
          <TextField
            {...field('province')}
            {...(region !== 'CN' && { optional: t('optional') })}
            autoComplete="address-level1"
          />
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
      <div className="field-row">
        <TextField {...field('provinceEn')} optional={t('optional')} />
        <TextField {...field('cityEn')} optional={t('optional')} />
      </div>
    </>
  )
}
