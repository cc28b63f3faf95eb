import type { Suffix } from '../../api/types.ts'
import { Cite } from '../../design/cite.tsx'
import { price } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { Channels } from './channels.tsx'
import { ListedTiers } from './listed-tiers.tsx'
import { namingOf } from './naming-of.ts'
import { WhoMayRegister } from './who-may-register.tsx'

/** Who may register, how to name, and what it rests on; on the suffix's own page the rules stand below it. */
export function SuffixFacts({ suffix, own = false }: { suffix: Suffix; own?: boolean }) {
  const { periods, priceFen } = suffix
  const refusal = suffix.holderRules.find((rule) => rule.finding)?.finding
  return (
    <div className="in2">
      <div>
        <h2>{t('suffix.who')}</h2>
        <WhoMayRegister suffix={suffix} />
        <Channels suffix={suffix} />
      </div>
      <div>
        <h2>{t('suffix.naming')}</h2>
        <p>
          {namingOf(suffix).join('')}{' '}
          <Link to="/help/$slug" params={{ slug: 'naming-rules' }}>
            {t('search.before.rules')}
          </Link>
        </p>
      </div>
      <div>
        {refusal && !own && <Cite finding={refusal} />}
        <h2>{t('suffix.terms')}</h2>
        <p>
          {periods.min !== null && periods.max !== null && t('suffix.periods', { min: periods.min, max: periods.max })}
          {priceFen.restore !== null && t('suffix.restore', { price: price(priceFen.restore) })}
          {suffix.miitApproved === false && t('suffix.noFiling')}
          {suffix.miitApproved === null && t('suffix.filingUnknown')}
        </p>
        <ListedTiers suffix={suffix} />
        {!own && (
          <p>
            <Link to="/suffixes/$suffix" params={{ suffix: suffix.suffix }}>
              {t('suffix.page', { suffix: suffix.suffix })}
            </Link>
          </p>
        )}
      </div>
    </div>
  )
}
