import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Cite } from '../../../design/cite.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Note } from '../../../design/note.tsx'
import { sentenceOf } from '../../../design/sentence-of.ts'
import { Skeleton } from '../../../design/skeleton.tsx'
import { dayAndTime } from '../../../i18n/format.ts'
import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { reasonsQuery } from '../reasons/reason-list.ts'
import { CaseCourse } from './case-course.tsx'
import { useCertificateTitle } from './certificate-title.ts'
import { ComparedTable } from './compared-table.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { type Draft, isDifferent } from './draft.ts'
import { Due } from './due.tsx'
import { declaredLines, holderLines } from './holder-lines.tsx'
import { rowOfField } from './holder-rows.ts'
import { PaperDesk } from './paper-desk.tsx'
import { type OpenCase, openCaseQuery, type QueuedCase } from './review-queries.ts'
import { useClaim } from './use-claim.ts'
import type { Decision } from './use-decisions.ts'

interface Props {
  queued: QueuedCase
  /** The reader has gone on to it, and what had the focus may be gone. */
  takesFocus: boolean
  draft: Draft
  onDraft: (draft: Draft) => void
  onDecide: (decision: Decision) => void
  onEscalated: () => void
}

/** One case: its papers beside what the holder declared, and its course. */
export function ReviewCase({ queued, takesFocus, draft, onDraft, onDecide, onEscalated }: Props) {
  const titleOf = useCertificateTitle()
  const found = useQuery(openCaseQuery(queued.id))
  const open = found.data
  // What waits for somebody else's eyes stays free for them.
  const mayWork =
    open !== undefined && !(open.state === 'second' && open.firstByYou) && !open.escalated?.byYou && !open.ownAccount
  const claimRefused = useClaim(queued.id, { mayWork })
  const [seenHere, setSeenHere] = useState<readonly string[]>([])
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) title.current?.focus()
  }, [takesFocus])
  const reasons = useQuery(reasonsQuery).data?.reasons ?? []
  const chosen = reasons.filter(({ id }) => draft.picked.includes(id))
  const seen = open
    ? open.papers.filter(({ id, seenByYou }) => seenByYou || seenHere.includes(id)).map(({ id }) => id)
    : []
  const kindTitle = titleOf(queued.holderType, queued.certificateKind)
  const differing = chosen.map(({ field }) => rowOfField(field))
  const lines = open && (open.about ? declaredLines(open, open.about.declared) : holderLines(open, kindTitle))
  return (
    <>
      <section aria-label={t('reviews.papers')}>
        <div className="case">
          <h2 ref={title} tabIndex={-1}>
            {queued.number}
          </h2>
          <span className="soft">
            {queued.name ?? kindTitle}
            {open && `${t('reviews.and')}${sentence(open.holder.name)}`}
          </span>
          <Due dueAt={queued.dueAt} whole />
        </div>
        {found.isPending && <Skeleton rows={6} />}
        {found.isError && <Failure error={found.error} again={() => found.refetch()} />}
        {open && (
          <PaperDesk
            open={open}
            rows={(lines ?? []).map(({ row, title }) => ({
              row,
              title,
              different: isDifferent(draft, row, differing),
            }))}
            seen={seen}
            onSeen={(paper) => setSeenHere((before) => (before.includes(paper) ? before : [...before, paper]))}
          />
        )}
      </section>
      <section className="check" aria-label={t('reviews.check')}>
        {found.isPending && <Skeleton rows={5} />}
        {open && lines && (
          <>
            <Hints open={open} claimRefused={claimRefused} />
            <ComparedTable lines={lines} checks={open.checks} differing={differing} draft={draft} onDraft={onDraft} />
            <p className="log">
              {t('reviews.age', { time: dayAndTime(queued.submittedAt) })}
              {t('reviews.dueBy', { time: dayAndTime(queued.dueAt) })}
            </p>
            <DecisionPanel
              open={open}
              lines={lines}
              unseen={open.papers.length - seen.length}
              taken={claimRefused !== null}
              draft={draft}
              onDraft={onDraft}
              onDecide={onDecide}
              onEscalated={onEscalated}
            />
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

/** What a reviewer has to know of a case beside its rows. */
function Hints({ open, claimRefused }: { open: OpenCase; claimRefused: unknown }) {
  const { about, escalated } = open
  return (
    <>
      {claimRefused !== null && (
        <Note tone="you">
          <p>{sentenceOf(claimRefused)}</p>
        </Note>
      )}
      {escalated && (
        <Note tone="you">
          <p>
            <b>{t(escalated.byYou ? 'reviews.escalatedByYou' : 'reviews.escalated')}</b>
            {escalated.note}
          </p>
        </Note>
      )}
      {about && (
        <p className="about">
          <b className="sx">{about.name}</b> {t(about.registered ? 'reviews.aboutRegistered' : 'reviews.aboutBefore')}
        </p>
      )}
      {about?.findings.map((finding) => (
        <Cite key={finding.rule} finding={finding} />
      ))}
    </>
  )
}
