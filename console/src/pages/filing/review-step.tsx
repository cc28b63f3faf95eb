import type { Filing } from '../../api/filing.ts'
import { t } from '../../i18n/text.ts'
import { DraftFacts } from './draft-facts.tsx'
import type { FilingDraftInHand } from './use-filing-draft.ts'

/** What the bureau will see, before it leaves. */
export function ReviewStep({ hand, filing }: { hand: FilingDraftInHand; filing: Filing }) {
  return (
    <>
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
