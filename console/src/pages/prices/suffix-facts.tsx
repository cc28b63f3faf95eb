import type { Suffix } from '../../api/types.ts'
import { Cite } from '../../design/cite.tsx'
import type { TextKey } from '../../i18n/dictionary.ts'
import { price } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'

const regions: Record<string, TextKey> = {
  CN: 'region.CN',
  HK: 'region.HK',
  MO: 'region.MO',
  TW: 'region.TW',
  other: 'region.other',
}

/** Who may register, how to name, and what it rests on; on the suffix's own page the rules stand below it. */
export function SuffixFacts({ suffix, own = false }: { suffix: Suffix; own?: boolean }) {
  const refusal = suffix.holderRules.find((rule) => rule.finding)?.finding
  const places = [...new Set(suffix.holderRules.filter((rule) => rule.site === 'china').map((rule) => rule.region))]
  return (
    <div className="in2">
      <div>
        <h2>{t('suffix.who')}</h2>
        {places.length === 0 ? (
          <p>{t(`suffix.flow.${suffix.flow}`)}</p>
        ) : (
          <ul>
            {places.map((region) => (
              <li key={region}>
                {t(regions[region] ?? 'region.other')}
                {t('colon')}
                {who(suffix, region)}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <h2>{t('suffix.terms')}</h2>
        <p>
          {suffix.periods.min !== null &&
            suffix.periods.max !== null &&
            t('suffix.periods', { min: suffix.periods.min, max: suffix.periods.max })}
          {suffix.priceFen.restore !== null && t('suffix.restore', { price: price(suffix.priceFen.restore) })}
        </p>
        {!own && (
          <p>
            <Link to="/suffixes/$suffix" params={{ suffix: suffix.suffix }}>
              {t('suffix.page', { suffix: suffix.suffix })}
            </Link>
          </p>
        )}
      </div>
      {refusal && !own ? (
        <Cite finding={refusal} />
      ) : (
        <div>
          <h2>{t('suffix.naming')}</h2>
          <p>
            {t(
              suffix.idn === true
                ? 'suffix.namingHan'
                : suffix.idn === false
                  ? 'suffix.namingLatin'
                  : 'suffix.namingUnknown',
            )}{' '}
            <Link to="/help/$slug" params={{ slug: 'naming-rules' }}>
              {t('search.before.rules')}
            </Link>
          </p>
        </div>
      )}
    </div>
  )
}

function who(suffix: Suffix, region: string): string {
  const rules = suffix.holderRules.filter((rule) => rule.site === 'china' && rule.region === region)
  const allowed = rules
    .filter((rule) => rule.allowed)
    .map((rule) => t(rule.holderType === 'person' ? 'holder.person' : 'holder.organisation'))
  const refused = rules
    .filter((rule) => !rule.allowed)
    .map((rule) => t(rule.holderType === 'person' ? 'holder.person' : 'holder.organisation'))
  return [
    ...(allowed.length > 0 ? [t('suffix.may', { who: allowed.join(t('and')) })] : []),
    ...(refused.length > 0 ? [t('suffix.mayNot', { who: refused.join(t('and')) })] : []),
  ].join(t('semicolon'))
}
