import type { Preview } from '../../api/filing.ts'
import { knownText, t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { numbered } from './kind-words.ts'
import { SentParts } from './sent-parts.tsx'

type Sent = NonNullable<Preview['sent']>

/** An order as its bureau reads it: its own words, the codes that stand for them, and what it calls each paper. */
export function SentFacts({ number, kinds, sent }: { number: string; kinds: readonly string[]; sent: Sent }) {
  return (
    <>
      <SentParts
        sent={sent}
        title={({ part, at }) => (
          <>
            {part === 'service' ? numbered(at, kinds[at]) : t(`filing.preview.${part}`)}
            {part !== 'order' && (
              <Link
                className="small"
                to="/filings/$number"
                params={{ number }}
                search={{ step: part === 'subject' ? 'subject' : 'services' }}
              >
                {t('filing.preview.change')}
              </Link>
            )}
          </>
        )}
        beside={({ codes }) => codes.length > 0 && t('filing.preview.code', { code: codes.join(t('listComma')) })}
      />
      <section className="sec">
        <h2>
          {t('filing.steps.papers')}
          <Link className="small" to="/filings/$number" params={{ number }} search={{ step: 'papers' }}>
            {t('filing.preview.change')}
          </Link>
        </h2>
        {sent.papers.length === 0 && <p className="soft">{t('filing.preview.noPapers')}</p>}
        <dl className="facts sent">
          {sent.papers.map(({ kind, service, purpose }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two papers of one kind are told apart by their place only
            <div key={`${kind}${service}${index}`}>
              <dt>{knownText(`filing.papers.kind.${kind}`) ?? kind}</dt>
              <dd>{purpose ?? t('filing.preview.keptHere')}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}
