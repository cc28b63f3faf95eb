import { useQuery } from '@tanstack/react-query'
import { placesQuery } from '../../api/queries.ts'
import { SelectField, TextField } from '../../design/field.tsx'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { NotFetched } from '../../shell/not-fetched.tsx'
import { errorOf } from './errors-of.ts'
import { natures } from './filing-words.ts'
import { Hinted } from './hinted.tsx'
import { PrincipalFields } from './principal-fields.tsx'
import type { FilingDraftInHand } from './use-filing-draft.ts'

/** 主体: who files. What a verified identity has is shown and stays as it is. */
export function SubjectStep({ hand, identified }: { hand: FilingDraftInHand; identified: boolean }) {
  const { subject } = hand.draft
  const findings = hand.findings.subject
  const places = useQuery(placesQuery)
  const provinces = places.data?.provinces ?? []
  const province = subject.region?.province ?? ''
  const cities = provinces.find((each) => each.name.zh === province)?.cities ?? []
  const region = (change: object) => hand.changeSubject({ region: { ...subject.region, ...change } })
  const line = (field: 'name' | 'correspondenceAddress' | 'investor' | 'remark') => ({
    id: `subject.${field}`,
    label: t(`filing.subject.${field}`),
    value: subject[field] ?? '',
    error: errorOf(findings, `subject.${field}`),
    onChange: (event: { target: { value: string } }) => hand.changeSubject({ [field]: event.target.value }),
  })
  const organisation = subject.nature !== 'person'
  return (
    <>
      <NotFetched of={[places]} />
      <Hinted hint={t('filing.hint.region')}>
        <fieldset>
          <legend className="lab">{t('filing.subject.region')}</legend>
          <div className="trio">
            <select
              className="sel"
              id="subject.region.province"
              aria-label={t('filing.subject.province')}
              value={province}
              disabled={identified}
              onChange={(event) => region({ province: event.target.value, city: '', county: '' })}
            >
              <option value="">{t('choose')}</option>
              {province !== '' && !provinces.some((each) => each.name.zh === province) && (
                <option value={province}>{province}</option>
              )}
              {provinces.map((each) => (
                <option key={each.name.zh} value={each.name.zh}>
                  {pick(each.name)}
                </option>
              ))}
            </select>
            <select
              className="sel"
              id="subject.region.city"
              aria-label={t('filing.subject.city')}
              value={subject.region?.city ?? ''}
              onChange={(event) => region({ city: event.target.value })}
            >
              <option value="">{t('choose')}</option>
              {subject.region?.city && !cities.some((each) => each.zh === subject.region?.city) && (
                <option value={subject.region.city}>{subject.region.city}</option>
              )}
              {cities.map((each) => (
                <option key={each.zh} value={each.zh}>
                  {pick(each)}
                </option>
              ))}
            </select>
            <input
              className="in"
              id="subject.region"
              aria-label={t('filing.subject.county')}
              placeholder={t('filing.subject.county')}
              value={subject.region?.county ?? ''}
              onChange={(event) => region({ county: event.target.value })}
            />
          </div>
          {errorOf(findings, 'subject.region') && (
            <p className="err st st--fail">{errorOf(findings, 'subject.region')}</p>
          )}
        </fieldset>
      </Hinted>
      <Hinted hint={t('filing.hint.nature')}>
        <SelectField
          id="subject.nature"
          label={t('filing.subject.nature')}
          value={subject.nature ?? ''}
          error={errorOf(findings, 'subject.nature')}
          onChange={(event) => hand.changeSubject({ nature: event.target.value })}
        >
          <option value="">{t('choose')}</option>
          {natures.map((nature) => (
            <option key={nature} value={nature}>
              {t(`filing.nature.${nature}`)}
            </option>
          ))}
        </SelectField>
      </Hinted>
      <Hinted hint={t('filing.hint.name')}>
        <TextField {...line('name')} readOnly={identified} />
        <TextField
          id="subject.certificate.number"
          label={t('filing.subject.number')}
          value={subject.certificate?.number ?? ''}
          error={errorOf(findings, 'subject.certificate.number')}
          readOnly={identified}
          autoComplete="off"
          onChange={(event) =>
            hand.changeSubject({ certificate: { ...subject.certificate, number: event.target.value } })
          }
        />
        {identified && <p className="help st st--ok">{t('filing.subject.identified')}</p>}
      </Hinted>
      <Hinted hint={t('filing.hint.address')} topics={['address']}>
        <TextField
          id="subject.certificate.address"
          label={t('filing.subject.certificateAddress')}
          value={subject.certificate?.address ?? ''}
          error={errorOf(findings, 'subject.certificate.address')}
          onChange={(event) =>
            hand.changeSubject({ certificate: { ...subject.certificate, address: event.target.value } })
          }
        />
        <TextField {...line('correspondenceAddress')} autoComplete="street-address" />
      </Hinted>
      {organisation && (
        <Hinted hint={t('filing.hint.investor')} topics={['investorField']}>
          <TextField {...line('investor')} optional={t('optional')} />
        </Hinted>
      )}
      <h2>{t('filing.principal.title')}</h2>
      <PrincipalFields
        at="subject.principal"
        value={subject.principal ?? {}}
        findings={findings}
        organisation={organisation}
        onChange={(change) => hand.changeSubject({ principal: { ...subject.principal, ...change } })}
      />
      <Hinted topics={['remark']}>
        <TextField {...line('remark')} optional={t('optional')} />
      </Hinted>
    </>
  )
}
