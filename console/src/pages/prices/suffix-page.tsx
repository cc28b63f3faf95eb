import { useQuery } from '@tanstack/react-query'
import { ApiProblem } from '../../api/problem.ts'
import { suffixQuery } from '../../api/queries.ts'
import type { SuffixDetail } from '../../api/types.ts'
import { Cite } from '../../design/cite.tsx'
import { Empty } from '../../design/empty.tsx'
import { Failure } from '../../design/failure.tsx'
import { Note } from '../../design/note.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { price } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { useParams } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { SuffixFacts } from './suffix-facts.tsx'
import { SuffixMenu } from './suffix-menu.tsx'
import { SuffixValues } from './suffix-values.tsx'
import './prices-page.css'

export function SuffixPage() {
  const { suffix: name } = useParams('/suffixes/$suffix')
  const suffix = useQuery(suffixQuery(name))
  return (
    <Page title={`.${name}`} api={`GET /v1/catalog/suffixes/${name}`}>
      <p className="crumb">
        <Link to="/prices">{t('prices.title')}</Link>
        {'\u2003›\u2003'}
        <span className="sx">.{name}</span>
      </p>
      <div className="suffix-cols">
        <SuffixMenu current={name} />
        <div>
          {suffix.isPending && <Skeleton />}
          {suffix.isError &&
            (suffix.error instanceof ApiProblem && suffix.error.status === 404 ? (
              <Empty
                top
                title={t('suffix.unknown', { suffix: name })}
                acts={
                  <Link className="btn btn--main" to="/prices">
                    {t('prices.title')}
                  </Link>
                }
              >
                {t('prices.noneWhy')}
              </Empty>
            ) : (
              <Failure error={suffix.error} again={() => suffix.refetch()} />
            ))}
          {suffix.data && <SuffixBody suffix={suffix.data} />}
        </div>
      </div>
    </Page>
  )
}

function SuffixBody({ suffix }: { suffix: SuffixDetail }) {
  const { priceFen } = suffix
  const { register, transfer, renew } = suffix.supports
  const rows: [string, number | null][] = [
    [t('prices.first'), register ? priceFen.register : null],
    [t('prices.renew'), renew ? priceFen.renew : null],
    [t('prices.transfer'), transfer ? priceFen.transfer : null],
    [t('prices.restore'), priceFen.restore],
    [t('prices.ten'), suffix.tenYearFen],
  ]
  const findings = suffix.holderRules.flatMap((rule) => (rule.finding ? [rule.finding] : []))
  const once = findings.filter((finding, index) => findings.findIndex((other) => other.rule === finding.rule) === index)
  return (
    <>
      <div className="head">
        <div>
          <h1>
            <span className="sx" title={`.${suffix.ascii}`}>
              .{suffix.suffix}
            </span>
          </h1>
          <p>{sentence(suffix.meaning)}</p>
        </div>
        <div className="acts">
          {suffix.supports.register &&
            (suffix.flow === 'personal-name' ? (
              <Link className="btn btn--main" to="/personal-names">
                {t('suffix.search')}
              </Link>
            ) : (
              <Link className="btn btn--main" to="/" search={{ suffixes: suffix.suffix }}>
                {t('suffix.search')}
              </Link>
            ))}
        </div>
      </div>
      <div className="two">
        <div className="stack-l">
          <section className="detail page-facts">
            <SuffixFacts suffix={suffix} own />
          </section>
          {suffix.note && (
            <Note tone="you">
              <p>{sentence(suffix.note)}</p>
            </Note>
          )}
          <SuffixValues suffix={suffix} />
          {once.length > 0 && (
            <section className="sec stack">
              <h2>{t('suffix.rules')}</h2>
              {once.map((finding) => (
                <Cite key={finding.rule} finding={finding} />
              ))}
            </section>
          )}
        </div>
        <aside className="panel" aria-label={t('nav.prices')}>
          <h2>{t('nav.prices')}</h2>
          <dl className="facts">
            {rows.map(([label, fen]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{fen === null ? '–' : price(fen)}</dd>
              </div>
            ))}
          </dl>
          <p className="help">
            {t('suffix.priceNote')}
            {!register && t('suffix.noRegister')}
            {!transfer && t('suffix.noTransfer')}
          </p>
        </aside>
      </div>
    </>
  )
}
