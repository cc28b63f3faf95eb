import type { Suffix } from '../../api/types.ts'
import type { TextKey } from '../../i18n/dictionary.ts'
import { t } from '../../i18n/text.ts'

const regions: Record<string, TextKey> = {
  CN: 'region.CN',
  HK: 'region.HK',
  MO: 'region.MO',
  TW: 'region.TW',
  other: 'region.other',
}
const sites = ['china', 'international'] as const

/** Who may hold names of a suffix, by region and by shop front (S1-12…S1-25); one sentence where no rule tells them apart. */
export function WhoMayRegister({ suffix }: { suffix: Suffix }) {
  const places = [...new Set(suffix.holderRules.map(({ region }) => region))]
  if (suffix.holderRules.every(({ allowed }) => allowed)) return <p>{t(`suffix.flow.${suffix.flow}`)}</p>
  return (
    <table className="who">
      <thead>
        <tr>
          <th scope="col">{t('suffix.region')}</th>
          {sites.map((site) => (
            <th scope="col" key={site}>
              {t(`site.${site}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {places.map((region) => (
          <tr key={region}>
            <th scope="row">{t(regions[region] ?? 'region.other')}</th>
            {sites.map((site) => (
              <td key={site}>{holders(suffix, region, site)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function holders(suffix: Suffix, region: string, site: string): string {
  const allowed = suffix.holderRules
    .filter((rule) => rule.site === site && rule.region === region && rule.allowed)
    .map((rule) => t(rule.holderType === 'person' ? 'holder.person' : 'holder.organisation'))
  return allowed.length === 0 ? t('suffix.nobody') : allowed.join(t('and'))
}
