import { pick } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { Link } from '../../../router/link.tsx'
import { Page } from '../../../shell/page.tsx'
import { tiles } from './tiles.ts'
import './rules.css'

/** 各省要求 (S3-08): a map of equal tiles; each opens what its bureau asks for. */
export function ProvincesPage() {
  return (
    <Page title={t('filing.rules.title')} api="POST /v1/rules/filing/explain">
      <p className="crumb">
        <Link to="/filings">{t('filing.title')}</Link>
        {'\u2003›\u2003'}
        {t('filing.rules.title')}
      </p>
      <div className="head">
        <div>
          <h1>{t('filing.rules.title')}</h1>
          <p>{t('filing.rules.lead')}</p>
        </div>
      </div>
      <ul className="tiles">
        {tiles.map(({ code, short, name, column, row }) => (
          <li key={code} style={{ gridColumn: column + 1, gridRow: row + 1 }}>
            <Link to="/filing-rules/$province" params={{ province: code }}>
              <b aria-hidden="true">{short}</b>
              <span>{pick(name)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
