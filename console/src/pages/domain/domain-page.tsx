import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { domainQuery } from '../../api/queries.ts'
import type { Account, Domain } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { DomainName } from '../../design/domain-name.tsx'
import { Failure } from '../../design/failure.tsx'
import { LifeBar } from '../../design/life-bar.tsx'
import { Note } from '../../design/note.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { longDate } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { useParams, usePlace } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { Axes } from './axes.tsx'
import { ClosedOperations } from './closed-operations.tsx'
import { Locks } from './locks.tsx'
import { MinistryReport } from './ministry-report.tsx'
import { Registration } from './registration.tsx'
import { RenewDialog } from './renew-dialog.tsx'
import './domain-page.css'

export function DomainPage() {
  const { name } = useParams('/domains/$name')
  return (
    <Page title={name} api={`GET /v1/domains/${name}`}>
      <p className="crumb">
        <Link to="/domains">{t('nav.domains')}</Link>
        {'\u2003›\u2003'}
        <span className="sx">{name}</span>
      </p>
      <SignedIn top>{(account) => <DomainView name={name} account={account} />}</SignedIn>
    </Page>
  )
}

function DomainView({ name, account }: { name: string; account: Account }) {
  const domain = useQuery(domainQuery(name))
  if (domain.isPending) return <Skeleton rows={8} />
  if (domain.isLoadingError) return <Failure error={domain.error} again={() => domain.refetch()} />
  return <DomainBody domain={domain.data} account={account} />
}

function DomainBody({ domain, account }: { domain: Domain; account: Account }) {
  const { hash } = usePlace()
  const [renewing, setRenewing] = useState(hash === 'renew')
  const subUser = account.role === 'sub-user'
  return (
    <>
      <div className="head title">
        <div>
          <h1>
            <DomainName name={domain.name} ascii={domain.ascii} />
          </h1>
          <p>{sentence(domain.sentence)}</p>
        </div>
        <div className="acts">
          {(domain.registration.identity === 'unverified' || domain.registration.identity === 'failed') && (
            <Link className="btn btn--ink" to="/templates/$id" params={{ id: domain.registration.template }}>
              {t('identity.open')}
            </Link>
          )}
          {domain.registration.identity === 'verified' && (
            <a className="btn" href={`/v1/domains/${domain.ascii}/certificate.pdf`}>
              {t('domain.certificate')}
            </a>
          )}
          <Link className="btn" to="/domains/$name/holder" params={{ name: domain.name }}>
            {t('move.open')}
          </Link>
          <Button look="main" greyBecause={subUser ? 'no-renew' : undefined} onClick={() => setRenewing(true)}>
            {t('domains.renew')}
          </Button>
        </div>
      </div>
      {subUser && (
        <p className="why" id="no-renew">
          {t('confirm.grey.subUser')}
        </p>
      )}
      {domain.registration.agentHeld && (
        <Note tone="you">
          <p>
            <b>{t('quick.held')}</b> {t('quick.heldWhy')}
          </p>
          <p>
            <Link to="/templates/new">{t('quick.newTemplate')}</Link>
            {'\u2003'}
            <Link to="/domains/$name/holder" params={{ name: domain.name }}>
              {t('move.open')}
            </Link>
          </p>
        </Note>
      )}
      <Axes name={domain.name} axes={domain.axes} filingOrder={domain.filingOrder} />
      <div className="two">
        <div className="stack-l">
          <ClosedOperations closed={domain.closed} />
          <section className="sec">
            <h2>
              {t('domain.life')}
              <small>
                {t('domain.lifeUntil', { date: longDate(domain.life.expires) })}
                {domain.life.registryExpires !== null && (
                  <>
                    <br />
                    {t('domain.registryUntil', { date: longDate(domain.life.registryExpires) })}
                  </>
                )}
              </small>
            </h2>
            <LifeBar life={domain.life} />
          </section>
        </div>
        <aside className="stack">
          <Locks statuses={domain.registration.statuses} />
          <MinistryReport name={domain.ascii} />
          <Registration domain={domain} />
        </aside>
      </div>
      <RenewDialog domain={domain} open={renewing} onClose={() => setRenewing(false)} />
    </>
  )
}
