import { knownText, t } from '../../../i18n/text.ts'
import type { FilingEntry } from './entry-queries.ts'

/** Papers to upload at the bureau's site, as they were handed in; each that is taken is on record. */
export function EntryPapers({ entry: { number, papers, state, own } }: { entry: FilingEntry }) {
  const open = state === 'by-hand' && !own
  return (
    <section className="sec">
      <h2>{t('filing.steps.papers')}</h2>
      {papers.length === 0 && <p className="soft">{t('filing.preview.noPapers')}</p>}
      <dl className="facts sent">
        {papers.map(({ id, kind, width, height, bytes }) => (
          <div key={id}>
            <dt>{knownText(`filing.papers.kind.${kind}`) ?? kind}</dt>
            <dd className="muted">
              {width}×{height}
              {t('comma')}
              {Math.ceil(bytes / 1024)} KB
            </dd>
            <dd>
              {open && (
                <a className="btn btn--s" href={`/v1/filing-entries/${number}/papers/${id}`} download>
                  {t('filing.entries.take')}
                </a>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
