import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import { filingDutiesQuery } from '../../api/filing-duties.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { Older } from '../../design/older.tsx'
import { t } from '../../i18n/text.ts'
import { DutyTable } from './duty-table.tsx'

/** 要办的事 of the account's filings, on top of its orders; nothing where there is none. `number`: those of one filing and its subject alone. */
export function Duties({ number }: { number?: string }) {
  const cache = useQueryClient()
  const list = useInfiniteQuery(filingDutiesQuery)
  const [error, setError] = useState<unknown>(null)
  if (list.isError && !list.data) return <Failure error={list.error} again={() => list.refetch()} />
  const all = list.data?.pages.flatMap((page) => page.duties) ?? []
  const duties = number === undefined ? all : all.filter((duty) => sameSubject(duty.number, number))
  if (duties.length === 0) return null
  const done = (id: string) => async () => {
    setError(null)
    try {
      await post(`filing-duties/${id}/done`)
    } catch (refusal) {
      setError(refusal)
    }
    await cache.invalidateQueries({ queryKey: ['filing-duties'] })
  }
  return (
    <section className="sec" aria-labelledby="filing-duties">
      <h2 id="filing-duties">{t('filing.duties.title')}</h2>
      <p className="muted">{t('filing.duties.lead')}</p>
      {error !== null && <Failure error={error} />}
      <DutyTable
        caption={t('filing.duties.title')}
        duties={duties}
        act={({ id, endsBySaying, about }) =>
          endsBySaying ? (
            <Button size="s" onClick={done(id)} aria-label={t('filing.duties.doneOf', { about })}>
              {t('filing.duties.done')}
            </Button>
          ) : (
            <small>{t('filing.duties.byItself')}</small>
          )
        }
      />
      <Older list={list} urgent />
    </section>
  )
}

/** How much is to be done about each number, and about its subject. */
export function useDutiesOf(): (number: string | null) => number {
  const list = useInfiniteQuery(filingDutiesQuery)
  const all = list.data?.pages.flatMap((page) => page.duties) ?? []
  return (number) => (number === null ? 0 : all.filter((duty) => sameSubject(duty.number, number)).length)
}

/** A service's number is its subject's with a number behind it. */
function sameSubject(one: string | null, other: string): boolean {
  return one !== null && one.replace(/-\d+[AXK]?$/, '') === other.replace(/-\d+[AXK]?$/, '')
}
