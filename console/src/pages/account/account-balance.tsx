import { useInfiniteQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { keepNew } from '../../api/keep-new.ts'
import { ledgerQuery } from '../../api/queries.ts'
import { useOnce } from '../../api/use-once.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { TextField } from '../../design/field.tsx'
import { Older } from '../../design/older.tsx'
import { QrCode } from '../../design/qr-code.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import type { TextKey } from '../../i18n/dictionary.ts'
import { dayAndTime, money } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { Remittance } from '../pay/remittance.tsx'

const kinds: Record<string, TextKey> = {
  'balance.top-up': 'ledger.topUp',
  'balance.remittance': 'ledger.remittance',
  'order.paid': 'ledger.capture',
  'order.refunded': 'ledger.refund',
  'line.refunded': 'ledger.refund',
  'line.registered': 'ledger.capture',
  'payment.late': 'ledger.late',
  'payment.other-amount': 'ledger.otherAmount',
}

export function AccountBalance() {
  // Whoever has just paid waits for the money; whoever reads old movements does not.
  const balance = useInfiniteQuery({
    ...ledgerQuery,
    refetchInterval: ({ state }) => keepNew((state.data?.pages.length ?? 1) > 1 ? 60_000 : 5_000)({ state }),
  })
  const entries = balance.data?.pages.flatMap((page) => page.entries) ?? []
  const [yuan, setYuan] = useState('100')
  const [payment, setPayment] = useState<{ redirect?: string; qr?: string } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const fen = /^\d{1,7}(\.\d{1,2})?$/.test(yuan.trim()) ? Math.round(Number(yuan) * 100) : 0
  const once = useOnce()
  const topUp = async (event: FormEvent) => {
    event.preventDefault()
    setError(null)
    if (fen === 0) return
    try {
      setPayment(await once('balance/top-ups', { amountFen: fen, method: 'alipay' }))
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <section className="sec" id="balance">
      <h2>{t('account.balance')}</h2>
      {balance.isPending && <Skeleton rows={3} />}
      {balance.isError && <Failure error={balance.error} again={() => balance.refetch()} />}
      {balance.data && <p className="balance-now">{money(balance.data.pages[0]?.balanceFen ?? 0)}</p>}
      <form className="row-form" onSubmit={topUp}>
        <TextField
          id="amount"
          label={t('account.amount')}
          inputMode="decimal"
          value={yuan}
          onChange={(event) => setYuan(event.target.value)}
          error={fen === 0 ? t('account.amountWrong') : undefined}
        />
        <Button look="ink" type="submit">
          {t('account.topUp')}
        </Button>
      </form>
      {error !== null && <Failure error={error} />}
      {payment && (
        <div className="stack" style={{ marginTop: 16 }}>
          {payment.qr && <QrCode text={payment.qr} label={t('pay.qrLabel')} />}
          {payment.redirect && (
            <a className="btn" href={payment.redirect}>
              {t('pay.goAlipay')}
            </a>
          )}
        </div>
      )}
      <h3>{t('pay.remittance')}</h3>
      <Remittance amountFen={fen} />
      <p className="help">
        <Link to="/help/$slug" params={{ slug: 'payment' }}>
          {t('pay.otherWays')}
        </Link>
      </p>
      {entries.length > 0 && (
        <>
          <table className="tbl tbl--cards" style={{ marginTop: 16 }}>
            <thead>
              <tr>
                <th scope="col">{t('ledger.when')}</th>
                <th scope="col">{t('ledger.what')}</th>
                <th scope="col">{t('ledger.subject')}</th>
                <th scope="col" className="num">
                  {t('ledger.amount')}
                </th>
                <th scope="col" className="num">
                  {t('ledger.left')}
                </th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={`${entry.at}${entry.kind}${entry.balanceFen}${entry.fen}`}>
                  <td>{dayAndTime(entry.at)}</td>
                  <td className="end">
                    {kindOf(entry.kind)}
                    {entry.method && <span className="muted"> {t(`paidBy.${entry.method}`)}</span>}
                  </td>
                  <td className="soft full">{entry.subject ?? '–'}</td>
                  <td className="num">{money(entry.fen)}</td>
                  <td className="num end" data-l={t('ledger.left')}>
                    {money(entry.balanceFen)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Older list={balance} />
        </>
      )}
    </section>
  )
}

function kindOf(kind: string): string {
  const key = kinds[kind]
  return t(key ?? 'ledger.other')
}
