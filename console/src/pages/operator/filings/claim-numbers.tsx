import { t } from '../../../i18n/text.ts'
import type { FilingReview } from './filing-reviews.ts'

type Numbers = NonNullable<FilingReview['claim']>['stated']

/** What a claim says of itself beside what the bureaus' register says: where they differ, it is somebody else's. */
export function ClaimNumbers({ claim }: { claim: NonNullable<FilingReview['claim']> }) {
  return (
    <section className="sec">
      <h2>{t('filing.desk.claim')}</h2>
      <dl className="facts">
        <div>
          <dt>{t('filing.desk.claimStated')}</dt>
          <dd>{listed(claim.stated)}</dd>
        </div>
        <div>
          <dt>{t('filing.desk.claimRegistered')}</dt>
          <dd>{listed(claim.registered)}</dd>
        </div>
      </dl>
    </section>
  )
}

function listed({ subjectNumber, serviceNumbers }: Numbers): string {
  const all = subjectNumber === null ? serviceNumbers : [subjectNumber, ...serviceNumbers]
  return all.length === 0 ? t('filing.desk.claimNothing') : all.join(t('listComma'))
}
