import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Note } from '../../../design/note.tsx'
import { sentenceOf } from '../../../design/sentence-of.ts'
import { Skeleton } from '../../../design/skeleton.tsx'
import { t } from '../../../i18n/text.ts'
import { go } from '../../../router/history.ts'
import { type Draft, emptyDraft } from './draft.ts'
import { HeldBar } from './held-bar.tsx'
import { ReviewCase } from './review-case.tsx'
import { type Axis, queueQuery } from './review-queries.ts'
import { ReviewQueue } from './review-queue.tsx'
import { TodayFigures } from './today-figures.tsx'
import { useDecisions } from './use-decisions.ts'
import { useKeys } from './use-keys.ts'

/** The queue and the case of it that is open. `asked` is the number in the address. */
export function Desk({ axis, asked }: { axis: Axis; asked: string | undefined }) {
  const queue = useInfiniteQuery(queueQuery(axis))
  const decisions = useDecisions()
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({})
  /** The case that another reviewer has decided while it was open here. */
  const [skipped, setSkipped] = useState<string | null>(null)
  const lastAt = useRef(0)
  const wentOn = useRef(false)
  const cases = (queue.data?.pages.flatMap((page) => page.cases) ?? []).filter(
    ({ id }) => !decisions.hidden.includes(id),
  )
  const at = cases.findIndex(({ number }) => number === asked)
  if (at >= 0) lastAt.current = at
  const open = cases[at] ?? cases[Math.min(lastAt.current, cases.length - 1)]
  const show = (number: string | undefined) =>
    go({ to: '/operator/reviews', search: { axis, case: number }, replace: true })
  const goOn = (number: string | undefined) => {
    wentOn.current = true
    show(number)
  }
  const arrived = queue.data !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows the queue, not the other way round
  useEffect(() => {
    if (!arrived || at >= 0) return
    if (asked !== undefined && !decisions.wasDecidedHere(asked)) setSkipped(asked)
    if (asked !== open?.number) show(open?.number)
  }, [arrived, at, asked, open?.number])
  // Going through the queue skips what another reviewer has open.
  const move = (by: 1 | -1) => {
    const ahead = by === 1 ? cases.slice(at + 1) : cases.slice(0, Math.max(at, 0)).toReversed()
    const next = ahead.find(({ claimedBy }) => claimedBy === null) ?? ahead[0]
    if (!next) return
    setSkipped(null)
    goOn(next.number)
  }
  const takeBack = () => {
    const back = decisions.takeBack()
    if (back) goOn(back.number)
  }
  useKeys({ j: () => move(1), k: () => move(-1), u: takeBack })
  return (
    <>
      {queue.isPending && <Skeleton rows={6} />}
      {queue.isError && <Failure error={queue.error} again={() => queue.refetch()} />}
      <div className="told" role="status">
        {skipped !== null && (
          <Note tone="you">
            <p>{t('reviews.skipped', { number: skipped })}</p>
          </Note>
        )}
        {decisions.refused && (
          <Note tone="you">
            <p>
              <b>{t('reviews.notCounted', { number: decisions.refused.number })}</b>
              {sentenceOf(decisions.refused.error)}
            </p>
            <Button size="s" onClick={decisions.forget}>
              {t('close')}
            </Button>
          </Note>
        )}
      </div>
      {arrived && !open && <Empty title={t('reviews.none')}>{t('reviews.noneWhy')}</Empty>}
      {open && (
        <div className="desk">
          <nav className="q" aria-label={t('reviews.waiting')}>
            <ReviewQueue axis={axis} cases={cases} open={open.number} />
            {queue.hasNextPage && (
              <Button size="s" onClick={() => queue.fetchNextPage()}>
                {t('reviews.more')}
              </Button>
            )}
            <p className="help">{t('reviews.order')}</p>
            <TodayFigures />
          </nav>
          <ReviewCase
            key={open.id}
            queued={open}
            takesFocus={wentOn.current}
            onEscalated={() => {
              queue.refetch()
              goOn((cases[at + 1] ?? cases[at - 1])?.number)
            }}
            draft={drafts[open.id] ?? emptyDraft}
            onDraft={(draft) => setDrafts({ ...drafts, [open.id]: draft })}
            onDecide={(decision) => {
              setSkipped(null)
              decisions.decide({ id: open.id, number: open.number, decision })
              goOn((cases[at + 1] ?? cases[at - 1])?.number)
            }}
          />
        </div>
      )}
      {decisions.held && <HeldBar held={decisions.held} onTakeBack={takeBack} onSend={decisions.sendNow} />}
    </>
  )
}
