import { useQuery } from '@tanstack/react-query'
import { lazy, type MouseEvent, Suspense, useRef } from 'react'
import { sessionQuery } from '../api/queries.ts'
import type { Finding } from '../api/types.ts'
import { DomainName } from '../design/domain-name.tsx'
import { Failure } from '../design/failure.tsx'
import { sentenceOf } from '../design/sentence-of.ts'
import { toast } from '../design/toast.tsx'
import { money, price } from '../i18n/format.ts'
import { sentence } from '../i18n/locale.ts'
import { t } from '../i18n/text.ts'
import { Link } from '../router/link.tsx'
import type { useNameList } from './use-name-list.ts'
import { VerificationWords } from './verification-words.tsx'
import './list-panel.css'

/** Fetched only where the campaign is on. */
const QuickOrderOffer = lazy(() =>
  import('./quick-order-offer.tsx').then((file) => ({ default: file.QuickOrderOffer })),
)

type List = ReturnType<typeof useNameList>

export function ListPanel({ list }: { list: List }) {
  const { data: session } = useQuery(sessionQuery)
  const heading = useRef<HTMLHeadingElement>(null)
  const drop = async ({ currentTarget }: MouseEvent<HTMLButtonElement>, ascii: string) => {
    // The button goes with its row; whoever uses the keyboard goes on at the next one.
    const row = currentTarget.closest('li')
    const next = (row?.nextElementSibling ?? row?.previousElementSibling)?.querySelector('button')
    try {
      await list.drop(ascii)
      ;(next ?? heading.current)?.focus()
    } catch (refusal) {
      toast(sentenceOf(refusal))
    }
  }
  return (
    <aside className="cart panel panel--up wide" aria-label={t('list.title')}>
      <h2 ref={heading} tabIndex={-1}>
        {t('list.title')}
        {!list.failure && <small>{t('list.count', { count: list.items.length })}</small>}
      </h2>
      {list.failure ? (
        <Failure {...list.failure} />
      ) : list.items.length === 0 ? (
        <p className="why">{t(list.pending ? 'loading' : 'list.empty')}</p>
      ) : (
        <>
          <ul>
            {list.items.map((item) => (
              <li key={item.ascii}>
                <DomainName name={item.name} ascii={item.ascii} off={item.state === 'invalid'} />
                <span>{item.state === 'invalid' ? t('list.invalid') : price(item.price.registerFen)}</span>
                <button
                  type="button"
                  aria-label={t('list.remove', { name: item.name })}
                  onClick={(event) => drop(event, item.ascii)}
                >
                  ✕
                </button>
                {item.findings.some(({ severity }) => severity === 'refuse') && <small>{whyNot(item.findings)}</small>}
                <small>
                  {t(item.price.premium ? 'list.premiumYears' : 'list.years', {
                    count: item.years,
                    price: price(item.price.renewFen),
                  })}
                </small>
              </li>
            ))}
          </ul>
          <div className="sum">
            <span>{t('list.firstYear')}</span>
            <b>{money(list.firstYearFen)}</b>
          </div>
          <Link className="btn btn--main btn--l btn--full" to="/confirm">
            {t('list.checkout')}
          </Link>
          <p className="why">
            {t('list.next')}
            <VerificationWords
              suffixes={list.items.filter(({ state }) => state === 'ok').map(({ suffix }) => suffix)}
            />
          </p>
          {session?.quickOrder && (
            <Suspense>
              <QuickOrderOffer names={list.items.filter(({ state }) => state === 'ok').map(({ name }) => name)} />
            </Suspense>
          )}
        </>
      )}
    </aside>
  )
}

/** Why a name cannot be bought, in one sentence. */
function whyNot(findings: readonly Finding[]): string {
  return sentence(findings.find(({ severity }) => severity === 'refuse')?.message)
}

export function ListDock({ list }: { list: List }) {
  if (list.items.length === 0) return null
  return (
    <section className="dock" aria-label={t('list.title')}>
      <div>
        <small>{t('list.dock', { count: list.items.length })}</small>
        <b>{money(list.firstYearFen)}</b>
      </div>
      <Link className="btn btn--main btn--l" to="/confirm">
        {t('list.checkout')}
      </Link>
    </section>
  )
}
