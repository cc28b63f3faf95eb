import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { post } from '../../api/client.ts'
import type { ChosenName, Order, RenewalTrial } from '../../api/types.ts'
import { useOnce } from '../../api/use-once.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { Failure } from '../../design/failure.tsx'
import { Note } from '../../design/note.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { count, money } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { go } from '../../router/history.ts'
import { RenewManyRow } from './renew-many-row.tsx'
import { mostRenewals, orderable, renewalRequest, rowsToShow, type Years } from './renewal-lines.ts'
import { type RenewalChoice, RenewalOffers } from './renewal-offers.tsx'
import { YearsSelect } from './years-select.tsx'

/** One order that renews many names: a price and a new day for each, and why some cannot be renewed now. */
export function RenewManyDialog({ names, onClose }: { names: readonly ChosenName[]; onClose: () => void }) {
  const [all, setAll] = useState(1)
  const [own, setOwn] = useState<Years>(new Map())
  const [choice, setChoice] = useState<RenewalChoice>({})
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const request = useMemo(() => renewalRequest(names, all, own), [names, all, own])
  const once = useOnce()
  const trial = useQuery({
    queryKey: ['renewals', request, choice],
    queryFn: () => post<RenewalTrial>('renewals', { ...request, ...choice, dryRun: true }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const good = trial.data ? orderable(request, trial.data) : null
  const left = request.lines.length - (good?.lines.length ?? 0)
  const order = async () => {
    if (!good || !trial.data) return
    setBusy(true)
    setRefusal(null)
    try {
      const placed = await once<Order>('renewals', {
        ...good,
        ...choice,
        expectedTotalFen: trial.data.totalFen,
      })
      go({ to: '/orders/$number/pay', params: { number: placed.number } })
    } catch (error) {
      setRefusal(error)
      setBusy(false)
      await trial.refetch()
    }
  }
  return (
    <Dialog title={t('renewMany.title', { count: count(names.length) })} open onClose={onClose}>
      <div className="stack renew-many">
        <p className="soft">{t('renewMany.lead')}</p>
        {names.length > mostRenewals && (
          <Note tone="you">
            <p>{t('renewMany.most', { most: count(mostRenewals) })}</p>
          </Note>
        )}
        <label className="for-all" htmlFor="all-renewals">
          {t('renewMany.all')}
          <YearsSelect
            id="all-renewals"
            value={all}
            onChange={(years) => {
              setAll(years)
              setOwn(new Map())
            }}
          />
        </label>
        {trial.isPending && <Skeleton rows={Math.min(names.length, 6)} />}
        {trial.isError && <Failure error={trial.error} again={() => trial.refetch()} />}
        {trial.data && (
          <>
            {left > 0 && (
              <Note tone="you">
                <p>{t('renewMany.left', { count: count(left) })}</p>
              </Note>
            )}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keys */}
            <section className="rows" aria-label={t('renewMany.rows')} aria-busy={trial.isFetching} tabIndex={0}>
              <ul>
                {rowsToShow(trial.data).map((line) => (
                  <RenewManyRow
                    key={line.ascii}
                    line={line}
                    years={own.get(line.ascii) ?? all}
                    onYears={(years) => setOwn(new Map(own).set(line.ascii, years))}
                  />
                ))}
              </ul>
            </section>
            <RenewalOffers trial={trial.data} settling={trial.isFetching} choice={choice} onChoice={setChoice} />
            <div className="sum">
              <span>{t('renewMany.sum', { count: count(good?.lines.length ?? 0) })}</span>
              <b aria-busy={trial.isFetching}>{money(trial.data.totalFen)}</b>
            </div>
          </>
        )}
        {refusal !== null && <Failure error={refusal} />}
        <div className="acts">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            look="ink"
            disabled={busy || trial.isFetching || !good || good.lines.length === 0 || Boolean(trial.data?.codeTrouble)}
            onClick={order}
          >
            {t(busy ? 'signIn.busy' : 'renew.order')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
