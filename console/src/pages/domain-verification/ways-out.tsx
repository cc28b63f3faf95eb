import type { ReactNode } from 'react'
import type { DomainVerification, WayOut } from '../../api/domain-verification.ts'
import { Cite } from '../../design/cite.tsx'
import { State } from '../../design/state.tsx'
import { shortDate } from '../../i18n/format.ts'
import { pick, sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { UnfitHolders } from '../holder-change/unfit-holders.tsx'
import { DayRange } from './day-range.tsx'

/** Path A and path B on the same calendar, the faster one marked (S4-03…S4-06, S4-17…S4-22). */
export function WaysOut({ verification, today }: { verification: DomainVerification; today: string }) {
  const { paths, why, recommended } = verification
  return (
    <section className="ways-out" aria-label={t('nameCheck.ways')}>
      {why && <p className="soft">{sentence(why)}</p>}
      <div className="roads">
        {paths.map((way) =>
          way.path === 'A' ? (
            <PathA key="A" way={way} verification={verification} best={recommended === 'A'} />
          ) : (
            <PathB key="B" way={way} verification={verification} best={recommended === 'B'} today={today} />
          ),
        )}
      </div>
    </section>
  )
}

function PathA({ way, verification, best }: { way: WayOut; verification: DomainVerification; best: boolean }) {
  const { templates, unfit, blocked, available } = way
  const some = templates.length > 0
  return (
    <Road
      way={way}
      verification={verification}
      best={best}
      lead={
        some
          ? t('nameCheck.aLead', { count: templates.length })
          : t(unfit.length > 0 ? 'nameCheck.aUnfit' : 'nameCheck.aNone')
      }
    >
      <ul>
        {some && (
          <li>{t('nameCheck.aTemplates', { names: templates.map(({ name }) => pick(name)).join(t('listComma')) })}</li>
        )}
        <li>{t('nameCheck.aTodo')}</li>
        <li>
          {t('nameCheck.aBlocked', {
            count: blocked.length,
            operations: blocked.map((operation) => sentence(operation)).join(t('listComma')),
          })}
        </li>
        <li>{t('nameCheck.aAfter')}</li>
      </ul>
      <UnfitHolders unfit={unfit} />
      <div className="acts">
        {available ? (
          <Link
            className={best ? 'btn btn--main' : 'btn'}
            to="/domains/$name/holder"
            params={{ name: verification.name }}
          >
            {t('nameCheck.aGo')}
          </Link>
        ) : (
          <Link className="btn" to="/templates">
            {t('nameCheck.aGoNone')}
          </Link>
        )}
        {available && <span className="small muted">{t('nameCheck.aTime')}</span>}
      </div>
    </Road>
  )
}

function PathB({
  way,
  verification,
  best,
  today,
}: {
  way: WayOut
  verification: DomainVerification
  best: boolean
  today: string
}) {
  const { dutyBy, heldSince } = verification
  const late = dutyBy !== null && heldSince === null && dutyBy >= today && way.latest > dutyBy
  return (
    <Road way={way} verification={verification} best={best} lead={t('nameCheck.bLead')}>
      <ul>
        <li>{t('nameCheck.bSame')}</li>
        <li>{t('nameCheck.bTodo')}</li>
        <li>{t('nameCheck.bBlocked')}</li>
        {late && <li>{t('nameCheck.bLate', { date: shortDate(dutyBy) })}</li>}
      </ul>
      <div className="acts">
        <a className={best ? 'btn btn--main' : 'btn'} href="#correct">
          {t('nameCheck.bGo')}
        </a>
        <span className="small muted">{t('nameCheck.bTime')}</span>
      </div>
    </Road>
  )
}

function Road({
  way,
  verification,
  best,
  lead,
  children,
}: {
  way: WayOut
  verification: DomainVerification
  best: boolean
  lead: string
  children: ReactNode
}) {
  const { path, days, earliest, latest, findings } = way
  const range = { earliest: shortDate(earliest), latest: shortDate(latest) }
  return (
    <article className={best ? 'road road--best' : 'road'}>
      <header>
        <h3>
          <span>{t(path === 'A' ? 'nameCheck.a' : 'nameCheck.b')}</span>{' '}
          {t(path === 'A' ? 'nameCheck.aTitle' : 'nameCheck.bTitle')}
        </h3>
        {best && (
          <State shape="ok" tag>
            {t('nameCheck.recommended')}
          </State>
        )}
      </header>
      <p className="soft mid">{lead}</p>
      <p className="when">
        <b>{t('nameCheck.days', { from: days.from, to: days.to })}</b>
        <small>{t('nameCheck.between', range)}</small>
      </p>
      <DayRange calendar={verification.calendar} way={way} label={t('nameCheck.range', range)} />
      {findings.length > 0 && (
        <div className="against">
          <State shape="no">{t('nameCheck.notNow')}</State>
          {findings.map((finding) => (
            <Cite key={finding.rule} finding={finding} />
          ))}
        </div>
      )}
      {children}
    </article>
  )
}
