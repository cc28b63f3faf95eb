import { useQuery } from '@tanstack/react-query'
import { type Filing, previewQuery } from '../../api/filing.ts'
import { Failure } from '../../design/failure.tsx'
import { Note } from '../../design/note.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { t } from '../../i18n/text.ts'
import { DraftFacts } from './draft-facts.tsx'
import { SentFacts } from './sent-facts.tsx'
import type { FilingDraftInHand } from './use-filing-draft.ts'

/** 核对: what the bureau will see, before it leaves. */
export function ReviewStep({ hand, filing }: { hand: FilingDraftInHand; filing: Filing }) {
  const preview = useQuery(previewQuery(filing.number))
  if (preview.isPending) return <Skeleton rows={10} />
  if (preview.isLoadingError) return <Failure error={preview.error} again={() => preview.refetch()} />
  const { sent } = preview.data
  if (sent)
    return (
      <>
        <p className="soft">{t('filing.preview.lead')}</p>
        <SentFacts number={filing.number} kinds={hand.draft.services.map(({ kind }) => kind)} sent={sent} />
      </>
    )
  return (
    <>
      <Note tone="plain">
        <p>{t(filing.type === 'claim' ? 'filing.claim.preview' : 'filing.preview.local')}</p>
      </Note>
      <DraftFacts draft={hand.draft} />
      <section className="sec">
        <h2>{t('filing.steps.papers')}</h2>
        <ul>
          {filing.papers.map((paper) => (
            <li key={paper.id}>{t(`filing.papers.kind.${paper.kind as 'pledge'}`)}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
