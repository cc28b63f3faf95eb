import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import type { DryRunLine, Text } from '../../api/types.ts'
import { DomainName } from '../../design/domain-name.tsx'
import { Failure } from '../../design/failure.tsx'
import { Note } from '../../design/note.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { State } from '../../design/state.tsx'
import { clockTime, money } from '../../i18n/format.ts'
import { pick, sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { useParams } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { BuyButton } from '../confirm/buy-button.tsx'
import { TermsTick } from '../confirm/terms-tick.tsx'
import { usePlacing } from '../confirm/use-placing.ts'
import './quick-order-page.css'

interface Preview {
  lines: DryRunLine[]
  totalFen: number
  agent: { name: Text; email: string; phone: string }
  until: string
}

/** What a phone opens by the QR code of the list: order with the agent's template, then pay (S1-162…S1-166). */
export function QuickOrderPage() {
  const { token } = useParams('/quick/$token')
  return (
    <Page title={t('quick.title')} api="POST /v1/quick-orders/preview">
      <div className="head">
        <div>
          <h1>{t('quick.title')}</h1>
          <p>{t('quick.lead')}</p>
        </div>
      </div>
      <SignedIn>{() => <Loaded token={token} />}</SignedIn>
    </Page>
  )
}

function Loaded({ token }: { token: string }) {
  const preview = useQuery({
    queryKey: ['quick-order', token],
    queryFn: () => post<Preview>('quick-orders/preview', { token }),
    retry: false,
  })
  if (preview.isPending) return <Skeleton rows={4} />
  if (preview.isLoadingError)
    return (
      <>
        <Failure error={preview.error} again={() => preview.refetch()} />
        <p className="quick-away">
          <Link className="btn" to="/">
            {t('nav.search')}
          </Link>
        </p>
      </>
    )
  return <Form token={token} preview={preview.data} onStale={() => preview.refetch()} />
}

function Form({ token, preview, onStale }: { token: string; preview: Preview; onStale: () => Promise<unknown> }) {
  const [terms, setTerms] = useState(false)
  const [agent, setAgent] = useState(false)
  const { buying, refusal, place } = usePlacing('quick-orders', onStale)
  const bad = preview.lines.some(({ state }) => state === 'invalid')
  const grey = bad ? 'quick.grey.bad' : !agent ? 'quick.grey.agent' : !terms ? 'confirm.grey.terms' : null
  const buy = () => place({ token, termsAccepted: terms, agentAccepted: agent }, preview.totalFen)
  return (
    <div className="quick stack-l">
      <ul className="quick-lines">
        {preview.lines.map((line) => (
          <li key={line.ascii}>
            <DomainName name={line.name} ascii={line.ascii} off={line.state === 'invalid'} />
            <b>{line.state === 'ok' ? money(line.subtotalFen) : '–'}</b>
            {line.state === 'invalid' && (
              <p className="small">
                <State shape="fail">
                  {sentence(line.findings.find(({ severity }) => severity === 'refuse')?.message) ||
                    t('confirm.notForSale')}
                </State>
              </p>
            )}
          </li>
        ))}
        <li className="quick-total">
          <span>{t('quick.total')}</span>
          <b>{money(preview.totalFen)}</b>
        </li>
      </ul>
      <p className="small soft">{t('quick.noPromotions')}</p>
      <Note tone="you">
        <p>
          <b>{t('quick.agent', { agent: pick(preview.agent.name) })}</b>
        </p>
        <p>{t('quick.agentShows', { email: preview.agent.email, phone: preview.agent.phone })}</p>
        <p>{t('quick.limited')}</p>
      </Note>
      <div className="stack">
        <label className="tick">
          <input type="checkbox" checked={agent} onChange={(event) => setAgent(event.target.checked)} />
          <span>{t('quick.accept')}</span>
        </label>
        <TermsTick on={terms} onChange={setTerms} />
      </div>
      {refusal && <Failure error={refusal.error} />}
      <BuyButton label="quick.buy" grey={grey} buying={buying} onBuy={buy} />
      <p className="small soft">{t('quick.until', { time: clockTime(preview.until) })}</p>
    </div>
  )
}
