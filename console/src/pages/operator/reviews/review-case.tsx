import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Failure } from '../../../design/failure.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { dayAndTime } from '../../../i18n/format.ts'
import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { reasonsQuery } from '../reasons/reason-list.ts'
import { CaseCourse } from './case-course.tsx'
import { useCertificateTitle } from './certificate-title.ts'
import { DecisionPanel } from './decision-panel.tsx'
import type { Draft } from './draft.ts'
import { Due } from './due.tsx'
import { rowOfField } from './holder-rows.ts'
import { HolderTable } from './holder-table.tsx'
import { PaperDesk } from './paper-desk.tsx'
import { openCaseQuery, type QueuedCase } from './review-queries.ts'
import type { Decision } from './use-decisions.ts'

interface Props {
  queued: QueuedCase
  /** The reader has gone on to it, and what had the focus may be gone. */
  takesFocus: boolean
  draft: Draft
  onDraft: (draft: Draft) => void
  onDecide: (decision: Decision) => void
}

/** One case: its papers beside what the holder declared, and its course. */
export function ReviewCase({ queued, takesFocus, draft, onDraft, onDecide }: Props) {
  const titleOf = useCertificateTitle()
  const found = useQuery(openCaseQuery(queued.id))
  const open = found.data
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) title.current?.focus()
  }, [takesFocus])
  const reasons = useQuery(reasonsQuery).data?.reasons ?? []
  const chosen = reasons.filter(({ id }) => draft.picked.includes(id))
  return (
    <>
      <section aria-label={t('reviews.papers')}>
        <div className="case">
          <h2 ref={title} tabIndex={-1}>
            {queued.number}
          </h2>
          <span className="soft">
            {titleOf(queued.holderType, queued.certificateKind)}
            {open && `${t('reviews.and')}${sentence(open.holder.name)}`}
          </span>
          <Due dueAt={queued.dueAt} whole />
        </div>
        {found.isPending && <Skeleton rows={6} />}
        {found.isError && <Failure error={found.error} again={() => found.refetch()} />}
        {open && <PaperDesk open={open} />}
      </section>
      <section className="check" aria-label={t('reviews.check')}>
        {found.isPending && <Skeleton rows={5} />}
        {open && (
          <>
            <HolderTable holder={open.holder} differing={chosen.map(({ field }) => rowOfField(field))} />
            <p className="log">{t('reviews.dueBy', { time: dayAndTime(queued.dueAt) })}</p>
            <DecisionPanel open={open} draft={draft} onDraft={onDraft} onDecide={onDecide} />
          </>
        )}
      </section>
      {open && (
        <section className="course" aria-label={t('reviews.course')}>
          <CaseCourse open={open} />
        </section>
      )}
    </>
  )
}
