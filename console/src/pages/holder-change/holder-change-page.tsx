import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import type { UnfitHolder } from '../../api/domain-verification.ts'
import { domainQuery, holderCandidatesQuery, templatesQuery } from '../../api/queries.ts'
import type { Account, Domain, Template } from '../../api/types.ts'
import { usePhoneCode } from '../../api/use-phone-code.ts'
import { Button } from '../../design/button.tsx'
import { DomainName } from '../../design/domain-name.tsx'
import { Failure } from '../../design/failure.tsx'
import { TextField } from '../../design/field.tsx'
import { Note } from '../../design/note.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { State } from '../../design/state.tsx'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { useParams } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { MyPhone } from '../account/my-phone.tsx'
import { TemplateCard } from '../confirm/template-card.tsx'
import { UnfitHolders } from './unfit-holders.tsx'
import '../confirm/confirm-page.css'

/** 过户: who confirms (身份认证), where the name goes (填写信息), and what follows (S4-08…S4-16). */
export function HolderChangePage() {
  const { name } = useParams('/domains/$name/holder')
  return (
    <Page title={t('move.title')} api={`POST /v1/domains/${name}/holder-change`}>
      <p className="crumb">
        <Link to="/domains">{t('nav.domains')}</Link>
        {'\u2003›\u2003'}
        <Link to="/domains/$name" params={{ name }}>
          <span className="sx">{name}</span>
        </Link>
        {'\u2003›\u2003'}
        {t('move.title')}
      </p>
      <SignedIn top>{(account) => <Loaded name={name} account={account} />}</SignedIn>
    </Page>
  )
}

function Loaded({ name, account }: { name: string; account: Account }) {
  const domain = useQuery(domainQuery(name))
  const templates = useQuery(templatesQuery)
  const candidates = useQuery(holderCandidatesQuery(name))
  if (candidates.isLoadingError) return <Failure error={candidates.error} again={() => candidates.refetch()} />
  if (domain.isLoadingError) return <Failure error={domain.error} again={() => domain.refetch()} />
  if (templates.isLoadingError) return <Failure error={templates.error} again={() => templates.refetch()} />
  if (domain.isPending || templates.isPending || candidates.isPending) return <Skeleton rows={6} />
  const { fit, unfit } = candidates.data
  const usable = templates.data.templates.filter(({ id }) => fit.includes(id))
  return <Form domain={domain.data} usable={usable} unfit={unfit} account={account} />
}

function Form({
  domain,
  usable,
  unfit,
  account,
}: {
  domain: Domain
  usable: Template[]
  unfit: UnfitHolder[]
  account: Account
}) {
  const cache = useQueryClient()
  const [chosen, choose] = useState<string | null>(null)
  const [sent, setSent] = useState(false)
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { proving, ask } = usePhoneCode()
  const [task, setTask] = useState<string | null>(null)
  const template = usable.find(({ id }) => id === chosen)
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  const send = () =>
    attempt(async () => {
      await ask('account/confirmations', account.phone ?? '', { purpose: 'holder-change' })
      setSent(true)
    })
  const submit = () =>
    attempt(async () => {
      const answer = await post<{ task: string }>(`domains/${encodeURIComponent(domain.ascii)}/holder-change`, {
        templateId: template?.id,
        code,
      })
      setTask(answer.task)
      await cache.invalidateQueries({ queryKey: domainQuery(domain.name).queryKey })
    })
  const why =
    account.role === 'sub-user'
      ? t('confirm.grey.subUser')
      : !template
        ? t('move.grey.template')
        : !/^\d{6}$/.test(code)
          ? t('move.grey.code')
          : undefined
  if (task)
    return (
      <Note tone="ok">
        <p>
          <b>{t('move.begun')}</b>
        </p>
        <p>{t('move.begunWhy')}</p>
        <p>
          <Link className="btn" to="/domains/$name" params={{ name: domain.name }}>
            {t('move.back')}
          </Link>
        </p>
      </Note>
    )
  return (
    <>
      <div className="head">
        <div>
          <h1>
            {t('move.heading')} <DomainName name={domain.name} ascii={domain.ascii} />
          </h1>
          <p>{t('move.lead', { holder: pick(holderOf(domain)) })}</p>
        </div>
      </div>
      <section className="sec">
        <h2>
          {t('move.where')}
          <small>{t('move.whereWhy')}</small>
        </h2>
        {usable.length === 0 ? (
          <Note tone="you">
            <p>
              {t('move.none')} <Link to="/templates">{t('nav.templates')}</Link>
            </p>
          </Note>
        ) : (
          <fieldset className="tpls" aria-label={t('move.where')}>
            {usable.map((each) => (
              <TemplateCard
                key={each.id}
                template={each}
                chosen={each.id === chosen}
                onChoose={() => choose(each.id)}
              />
            ))}
          </fieldset>
        )}
        <UnfitHolders unfit={unfit} />
      </section>
      <section className="sec">
        <h2>
          {t('move.who')}
          <small>{t('move.whoWhy')}</small>
        </h2>
        <MyPhone account={account} needed />
        {account.phone && (
          <div className="row-form">
            <TextField
              id="code"
              label={t('field.code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              value={code}
              onChange={(event) => setCode(event.target.value.trim())}
            />
            <Button disabled={busy} onClick={send}>
              {t(sent ? 'move.resend' : 'move.send')}
            </Button>
          </div>
        )}
        <p role="status" className="help">
          {proving && t('signIn.proving')}
        </p>
        {sent && <State shape="wait">{t('move.sent')}</State>}
      </section>
      <section className="sec">
        <h2>{t('move.meanwhile')}</h2>
        <ul>
          <li>{t('move.meanwhile1')}</li>
          <li>{t('move.meanwhile2')}</li>
          <li>{t('move.meanwhile3')}</li>
        </ul>
        <div className="acts">
          <Button look="main" disabled={busy} greyBecause={why ? 'move-why' : undefined} onClick={submit}>
            {busy ? t('signIn.busy') : t('move.submit')}
          </Button>
          {why && (
            <span className="small soft" id="move-why">
              <State shape="you">{why}</State>
            </span>
          )}
        </div>
        {error !== null && <Failure error={error} />}
      </section>
    </>
  )
}

function holderOf(domain: Domain): { zh: string; en: string } {
  const { holder } = domain.registration
  return typeof holder === 'string' ? { zh: holder, en: holder } : holder
}
