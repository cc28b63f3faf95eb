import { useQuery } from '@tanstack/react-query'
import type { FilingAccess } from '../../api/filing.ts'
import { placesQuery } from '../../api/queries.ts'
import { serviceNumbersQuery } from '../../api/service-numbers.ts'
import { SelectField, TextField } from '../../design/field.tsx'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { errorOf } from './errors-of.ts'
import { accessModes } from './filing-words.ts'
import { Hinted } from './hinted.tsx'
import type { FilingDraftInHand } from './use-filing-draft.ts'

/** Addresses as people paste them: spaces, commas and lines between them. */
const addressesOf = (text: string) => text.split(/[\s,，;；、]+/).filter((part) => part !== '')

/** 产品: where each site runs, shown by a service number (备案服务号) or by its addresses. */
export function AccessStep({ hand }: { hand: FilingDraftInHand }) {
  const places = useQuery(placesQuery)
  const numbers = useQuery(serviceNumbersQuery)
  return hand.draft.services.map((service, index) => {
    const at = `services.${index}.access.0`
    const [access = {}] = service.access ?? []
    const findings = hand.findings.access
    const change = (part: Partial<FilingAccess>) =>
      hand.changeService(index, { access: [{ ...access, ...part }, ...(service.access ?? []).slice(1)] })
    return (
      <section key={service.key ?? index} className="site" aria-labelledby={`access-${index}`}>
        <h2 id={`access-${index}`}>
          {service.name || service.domains?.[0] || t('filing.site.title', { number: index + 1 })}
        </h2>
        <Hinted hint={t('filing.hint.serviceNumber')}>
          <TextField
            id={`${at}.serviceNumber`}
            label={t('filing.access.serviceNumber')}
            value={access.serviceNumber ?? ''}
            error={errorOf(findings, `${at}.serviceNumber`)}
            autoComplete="off"
            list={`numbers-${index}`}
            onChange={(event) => change({ serviceNumber: event.target.value })}
          />
          <datalist id={`numbers-${index}`}>
            {(numbers.data?.numbers ?? [])
              .filter(({ state }) => state === 'free')
              .map(({ number, product }) => (
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
            defaultValue={(access.ips ?? []).join(' ')}
            error={errorOf(findings, `${at}.ips`) ?? errorOf(findings, `services.${index}.access`)}
            onBlur={(event) => change({ ips: addressesOf(event.target.value) })}
          />
        </Hinted>
        <Hinted hint={t('filing.hint.place')}>
          <div className="duo">
            <SelectField
              id={`${at}.mode`}
              label={t('filing.access.mode')}
              value={access.mode ?? ''}
              error={errorOf(findings, `${at}.mode`)}
              onChange={(event) => change({ mode: event.target.value })}
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
              value={access.place ?? ''}
              error={errorOf(findings, `${at}.place`)}
              onChange={(event) => change({ place: event.target.value })}
            >
              <option value="">{t('choose')}</option>
              {(places.data?.provinces ?? []).map((each) => (
                <option key={each.name.zh} value={each.name.zh}>
                  {pick(each.name)}
                </option>
              ))}
            </SelectField>
          </div>
        </Hinted>
      </section>
    )
  })
}
