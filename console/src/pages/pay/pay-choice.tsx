import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import { balanceQuery, orderQuery, sessionQuery } from '../../api/queries.ts'
import type { Order, Payment } from '../../api/types.ts'
import { useOnce } from '../../api/use-once.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { QrCode } from '../../design/qr-code.tsx'
import { State } from '../../design/state.tsx'
import { money } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { Remittance } from './remittance.tsx'

type Method = 'balance' | 'alipay' | 'online-banking' | 'remittance'

export function PayChoice({ order, balanceFen }: { order: Order; balanceFen: number }) {
  const cache = useQueryClient()
  const balance = useQuery(balanceQuery)
  const left = balance.data?.balanceFen ?? balanceFen
  const enough = left >= order.totalFen
  const [chosen, setMethod] = useState<Method | null>(null)
  const method = chosen ?? (enough ? 'balance' : 'alipay')
  const [payment, setPayment] = useState<Payment | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const once = useOnce()
  const attempt = async (work: () => Promise<Order | undefined>) => {
    setBusy(true)
    setError(null)
    try {
      const changed = await work()
      if (changed) cache.setQueryData(orderQuery(order.number).queryKey, changed)
      await cache.invalidateQueries({ queryKey: sessionQuery.queryKey })
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  const pay = () =>
    attempt(async () => {
      const answer = await once<Payment>(`orders/${order.number}/pay`, { method })
      setPayment(answer)
      // Banks have no code to scan: the choice of a bank is a page of the channel.
      if (method === 'online-banking' && answer.redirect) window.location.assign(answer.redirect)
      return answer.order
    })
  return (
    <section className="sec">
      <h2>{t('pay.method')}</h2>
      <fieldset className="ways" aria-label={t('pay.method')}>
        <label className="way">
          <input type="radio" name="way" checked={method === 'balance'} onChange={() => setMethod('balance')} />
          <b>{t('pay.balance')}</b>
          <span className={enough ? 'soft' : ''}>
            {enough ? (
              t('pay.balanceLeft', { price: money(left) })
            ) : (
              <State shape="you">
                {t('pay.balanceShort', { price: money(left), short: money(order.totalFen - left) })}
              </State>
            )}
          </span>
        </label>
        <label className="way">
          <input type="radio" name="way" checked={method === 'alipay'} onChange={() => setMethod('alipay')} />
          <b>{t('pay.alipay')}</b>
          <span className="soft">{t('pay.alipayWhy')}</span>
        </label>
        <label className="way">
          <input
            type="radio"
            name="way"
            checked={method === 'online-banking'}
            onChange={() => setMethod('online-banking')}
          />
          <b>{t('pay.onlineBanking')}</b>
          <span className="soft">{t('pay.onlineBankingWhy')}</span>
        </label>
        <label className="way">
          <input type="radio" name="way" checked={method === 'remittance'} onChange={() => setMethod('remittance')} />
          <b>{t('pay.remittance')}</b>
          <span className="soft">{t('pay.remittanceWhy')}</span>
        </label>
      </fieldset>
      {method === 'remittance' ? (
        <Remittance amountFen={Math.max(order.totalFen - left, 0) || order.totalFen} />
      ) : method === 'alipay' && payment?.qr ? (
        <div className="scan">
          <QrCode text={payment.qr} label={t('pay.qrLabel')} />
          <div className="stack">
            <p>{t('pay.scan')}</p>
            <State shape="wait">{t('pay.waiting')}</State>
            {payment.redirect && (
              <p>
                <a className="btn" href={payment.redirect}>
                  {t('pay.goAlipay')}
                </a>
              </p>
            )}
          </div>
        </div>
      ) : (
        <>
          <Button
            look="main"
            size="l"
            greyBecause={method === 'balance' && !enough ? 'short' : undefined}
            disabled={busy}
            onClick={pay}
          >
            {busy ? t('signIn.busy') : t('pay.nowSum', { price: money(order.totalFen) })}
          </Button>
          {method === 'balance' && !enough && (
            <p className="why" id="short">
              <State shape="you" />
              <span>
                {t('pay.topUpFirst')}{' '}
                <Link to="/account" hash="balance">
                  {t('pay.topUp')}
                </Link>
              </span>
            </p>
          )}
        </>
      )}
      {error !== null && <Failure error={error} again={pay} />}
      <p className="help">
        <Link to="/help/$slug" params={{ slug: 'payment' }}>
          {t('pay.otherWays')}
        </Link>
      </p>
      <p>
        <Button
          look="text"
          size="s"
          disabled={busy}
          onClick={() => attempt(() => post<Order>(`orders/${order.number}/cancel`))}
        >
          {t('pay.cancel')}
        </Button>
      </p>
    </section>
  )
}
