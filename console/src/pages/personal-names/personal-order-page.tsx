import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import { templatesQuery } from '../../api/queries.ts'
import type { Account, DryRun, DryRunLine, HolderType, NewOrder } from '../../api/types.ts'
import { Cite } from '../../design/cite.tsx'
import { DomainName } from '../../design/domain-name.tsx'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { Stepper } from '../../design/stepper.tsx'
import { Steps } from '../../design/steps.tsx'
import { money } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { useParams } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { ConfirmTotal, PayDock } from '../confirm/confirm-total.tsx'
import { greyReason } from '../confirm/grey-reason.ts'
import { HolderChoice } from '../confirm/holder-choice.tsx'
import { usePlacing } from '../confirm/use-placing.ts'
import '../confirm/confirm-page.css'
import './personal-names.css'

/** Confirming the order of one personal name: years, the person's own template, terms (S1-126…S1-129). */
export function PersonalOrderPage() {
  const { name } = useParams('/personal-names/$name')
  return (
    <Page title={t('confirm.title')} api="POST /v1/orders (personal: true)">
      <Steps now={0} />
      <div className="head">
        <div>
          <h1>{t('confirm.title')}</h1>
          <p>{t('personal.orderLead')}</p>
        </div>
      </div>
      <SignedIn>{(account) => <PersonalOrder name={name} account={account} />}</SignedIn>
    </Page>
  )
}

function PersonalOrder({ name, account }: { name: string; account: Account }) {
  const templates = useQuery(templatesQuery)
  const [years, setYears] = useState(1)
  const [holderType, setType] = useState<HolderType>('person')
  const [chosen, setTemplate] = useState<string | null>(null)
  const [terms, setTerms] = useState(false)
  const usable = (templates.data?.templates ?? []).filter((one) => one.holderType === holderType && one.emailVerified)
  const template = usable.find(({ id }) => id === chosen) ?? usable.find((one) => one.default) ?? usable[0]
  const draft: NewOrder = {
    lines: [{ name, years, personal: true }],
    holderType,
    termsAccepted: terms,
    ...(template ? { templateId: template.id } : {}),
  }
  const trial = useQuery({
    queryKey: ['trial', { ...draft, termsAccepted: true }],
    queryFn: () => post<DryRun>('orders', { ...draft, termsAccepted: true, dryRun: true }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const { buying, refusal, place } = usePlacing('orders', trial.refetch)
  if (templates.isPending) return <Skeleton />
  const total = {
    trial: trial.data,
    settling: trial.isFetching,
    terms,
    onTerms: setTerms,
    grey: greyReason(account, template, terms, trial.data),
    buying,
    refusal,
    onBuy: () => trial.data && place(draft, trial.data.totalFen),
  }
  const line = trial.data?.lines[0]
  return (
    <>
      <div className="two confirm">
        <div className="stack-l">
          {trial.isError && <Failure error={trial.error} again={() => trial.refetch()} />}
          <section className="sec">
            <h2>{t('confirm.names')}</h2>
            <div className="person-line">
              <DomainName name={name} ascii={line?.ascii ?? name} />
              <Stepper label={t('confirm.yearsOf', { name })} value={years} min={1} max={10} onChange={setYears} />
              <b>{line ? money(line.subtotalFen) : '…'}</b>
            </div>
            <Against line={line} />
          </section>
          <HolderChoice
            templates={templates}
            holderType={holderType}
            onType={setType}
            template={template}
            onTemplate={setTemplate}
          />
        </div>
        <ConfirmTotal {...total} />
      </div>
      <PayDock {...total} />
    </>
  )
}

/** What stands against the order; whoever has not been checked is led back to where that is done. */
function Against({ line }: { line: DryRunLine | undefined }) {
  const refused = line?.findings.filter(({ severity }) => severity === 'refuse') ?? []
  return refused.map((finding) => (
    <Cite
      key={finding.rule}
      finding={finding}
      {...(finding.rule === 'PERSON-CHECK-01' || finding.rule.startsWith('PERSON-NAME')
        ? {
            remedy: (
              <>
                {sentence(finding.remedy)} <Link to="/personal-names">{t('personal.checkAgain')}</Link>
              </>
            ),
          }
        : {})}
    />
  ))
}
