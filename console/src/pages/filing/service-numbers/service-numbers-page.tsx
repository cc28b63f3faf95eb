import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { productsQuery, type ServiceNumber, serviceNumbersQuery } from '../../../api/service-numbers.ts'
import type { Account } from '../../../api/types.ts'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { type Shape, State } from '../../../design/state.tsx'
import { t } from '../../../i18n/text.ts'
import { Link } from '../../../router/link.tsx'
import { Page } from '../../../shell/page.tsx'
import { SignedIn } from '../../../shell/signed-in.tsx'
import { ClaimProduct } from './claim-product.tsx'
import { GiveDialog } from './give-dialog.tsx'
import { ProductRow } from './product-row.tsx'

const shapes: Readonly<Record<ServiceNumber['state'], Shape>> = {
  free: 'ok',
  reserved: 'lock',
  used: 'off',
  expired: 'fail',
  'given-away': 'off',
}

/** 备案服务号: what the account's products give, and what becomes of each number. */
export function ServiceNumbersPage() {
  return (
    <Page title={t('filing.numbers.title')} api="GET /v1/service-numbers">
      <p className="crumb">
        <Link to="/filings">{t('filing.title')}</Link>
        {'\u2003›\u2003'}
        {t('filing.numbers.title')}
      </p>
      <div className="head">
        <div>
          <h1>{t('filing.numbers.title')}</h1>
          <p>{t('filing.numbers.lead')}</p>
        </div>
      </div>
      <SignedIn>{(account) => <Numbers account={account} />}</SignedIn>
    </Page>
  )
}

function Numbers({ account }: { account: Account }) {
  const products = useQuery(productsQuery)
  const numbers = useQuery(serviceNumbersQuery)
  if (products.isPending || numbers.isPending) return <Skeleton rows={6} />
  if (products.isLoadingError) return <Failure error={products.error} again={() => products.refetch()} />
  if (numbers.isLoadingError) return <Failure error={numbers.error} again={() => numbers.refetch()} />
  return (
    <div className="stack-l">
      <section className="sec">
        <h2>{t('filing.numbers.mine')}</h2>
        {numbers.data.numbers.length === 0 ? (
          <Empty title={t('filing.numbers.none')}>{t('filing.numbers.noneWhy')}</Empty>
        ) : (
          <NumberTable numbers={numbers.data.numbers} />
        )}
      </section>
      <section className="sec">
        <h2>{t('filing.numbers.products')}</h2>
        {products.data.products.length === 0 ? (
          <Empty title={t('filing.numbers.noProduct')}>{t('filing.numbers.noProductWhy')}</Empty>
        ) : (
          <table className="tbl tbl--cards">
            <caption className="vh">{t('filing.numbers.products')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('filing.numbers.product')}</th>
                <th scope="col">{t('filing.numbers.until')}</th>
                <th scope="col">{t('filing.numbers.left')}</th>
                <th scope="col">
                  <span className="vh">{t('filing.numbers.apply')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {products.data.products.map((product) => (
                <ProductRow key={product.id} product={product} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <ClaimProduct />
      <p className="small muted">
        {t('filing.numbers.account')} <code>{account.id}</code>
      </p>
    </div>
  )
}

function NumberTable({ numbers }: { numbers: ServiceNumber[] }) {
  const [giving, setGiving] = useState<string>()
  return (
    <>
      <table className="tbl tbl--cards">
        <caption className="vh">{t('filing.numbers.mine')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('filing.numbers.number')}</th>
            <th scope="col">{t('filing.numbers.product')}</th>
            <th scope="col">{t('filing.list.state')}</th>
            <th scope="col">
              <span className="vh">{t('filing.numbers.give')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {numbers.map((one) => (
            <tr key={one.number}>
              <th scope="row" className="full">
                <code className="nowrap">{one.number}</code>
                {one.received && <small className="muted"> {t('filing.numbers.received')}</small>}
              </th>
              <td data-l={t('filing.numbers.product')}>
                {one.product} <small className="muted">{t(`filing.product.${one.kind}`)}</small>
              </td>
              <td data-l={t('filing.list.state')}>
                <State shape={shapes[one.state]}>{t(`filing.number.${one.state}`)}</State>{' '}
                {one.order && (
                  <Link to="/filings/$number" params={{ number: one.order }}>
                    {one.order}
                  </Link>
                )}
              </td>
              <td>
                {one.state === 'free' && (
                  <Button size="s" onClick={() => setGiving(one.number)}>
                    {t('filing.numbers.give')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {giving !== undefined && <GiveDialog number={giving} onClose={() => setGiving(undefined)} />}
    </>
  )
}
