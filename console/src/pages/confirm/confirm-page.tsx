import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import { templatesQuery } from '../../api/queries.ts'
import type { Account, DryRun, HolderType, NewOrder } from '../../api/types.ts'
import { Cite } from '../../design/cite.tsx'
import { Empty } from '../../design/empty.tsx'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { Steps } from '../../design/steps.tsx'
import { t } from '../../i18n/text.ts'
import { useNameList } from '../../list/use-name-list.ts'
import { Link } from '../../router/link.tsx'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { ConfirmLines } from './confirm-lines.tsx'
import { ConfirmTotal, PayDock } from './confirm-total.tsx'
import { greyReason } from './grey-reason.ts'
import { HolderChoice } from './holder-choice.tsx'
import { Offers } from './offers.tsx'
import { PromoCode } from './promo-code.tsx'
import { usePlacing } from './use-placing.ts'
import './confirm-page.css'

export function ConfirmPage() {
  return (
    <Page title={t('confirm.title')} api="POST /v1/orders (dryRun: true)">
      <Steps now={0} />
      <div className="head">
        <div>
          <h1>{t('confirm.title')}</h1>
          <p>{t('confirm.lead')}</p>
        </div>
      </div>
      <SignedIn>{(account) => <Confirm account={account} />}</SignedIn>
    </Page>
  )
}

function Confirm({ account }: { account: Account }) {
  const list = useNameList()
  const templates = useQuery(templatesQuery)
  const [chosenType, setType] = useState<HolderType | null>(null)
  const [chosenTemplate, setTemplate] = useState<string | null>(null)
  const [promoCode, setPromoCode] = useState('')
  const [declined, setDeclined] = useState<readonly string[]>([])
  const [terms, setTerms] = useState(false)

  const all = templates.data?.templates ?? []
  const usual = all.find((each) => each.default && each.emailVerified) ?? all.find((each) => each.emailVerified)
  const holderType = chosenType ?? usual?.holderType ?? 'organisation'
  const usable = all.filter((each) => each.holderType === holderType && each.emailVerified)
  const template = usable.find((each) => each.id === chosenTemplate) ?? usable.find((each) => each.default) ?? usable[0]

  const draft: NewOrder = {
    lines: list.items.map(({ name, years }) => ({ name, years })),
    holderType,
    termsAccepted: terms,
    ...(template ? { templateId: template.id } : {}),
    ...(promoCode ? { promoCode } : {}),
    ...(declined.length > 0 ? { declined: [...declined] } : {}),
  }
  const trial = useQuery({
    // Ticking the terms changes no price; the button waits for the tick by itself.
    queryKey: ['trial', { ...draft, termsAccepted: true }],
    queryFn: () => post<DryRun>('orders', { ...draft, termsAccepted: true, dryRun: true }),
    enabled: list.items.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const { buying, refusal, place } = usePlacing('orders', trial.refetch)

  if (list.pending || templates.isPending) return <Skeleton />
  if (list.failure) return <Failure {...list.failure} />
  if (list.items.length === 0)
    return (
      <Empty
        title={t('confirm.empty')}
        acts={
          <Link className="btn btn--main" to="/">
            {t('domains.register')}
          </Link>
        }
      >
        {t('list.empty')}
      </Empty>
    )

  const grey = greyReason(account, template, terms, trial.data)
  const total = {
    trial: trial.data,
    settling: trial.isFetching,
    terms,
    onTerms: setTerms,
    grey,
    buying,
    refusal,
    onBuy: () => trial.data && place(draft, trial.data.totalFen, list.clear),
  }
  return (
    <>
      <div className="two confirm">
        <div className="stack-l">
          {trial.isError && (
            <Failure error={trial.error} {...(account.role === 'owner' ? { again: () => trial.refetch() } : {})} />
          )}
          <ConfirmLines list={list} trial={trial.data} />
          <HolderChoice
            templates={templates}
            holderType={holderType}
            onType={setType}
            template={template}
            onTemplate={setTemplate}
          />
          {trial.data?.findings.map((finding) => (
            <Cite key={finding.rule} finding={finding} />
          ))}
          <Offers offers={trial.data?.offers ?? []} declined={declined} onDecline={setDeclined} />
          <PromoCode value={promoCode} onUse={setPromoCode} trial={trial.data} settling={trial.isFetching} />
        </div>
        <ConfirmTotal {...total} />
      </div>
      <PayDock {...total} />
    </>
  )
}
