import type { DomainVerification, ExplainedReason, ReviewAxis } from '../../api/domain-verification.ts'
import { sourceAddress } from '../../design/source-address.ts'
import type { ApartKey } from '../../i18n/dictionary.ts'
import { longDate } from '../../i18n/format.ts'
import { locale, sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'

const fields = [
  'holder',
  'holder.name',
  'holder.name.en',
  'holder.type',
  'holder.region',
  'holder.phone',
  'holder.street',
  'certificate.kind',
  'certificate.number',
  'certificate.issuedOn',
  'certificate.endsOn',
  'paper',
  'label',
  'suffix',
  'templateId',
  'pledge',
  'form',
] as const

/** The reason on top, in words: what was heard, its cause, the field, the remedy; the other side's own words behind (S4-24). */
export function WhyItFailed({
  axis,
  verification,
  today,
}: {
  axis: ReviewAxis
  verification: DomainVerification
  today: string
}) {
  const { remark, explained, heard } = axis
  const [first, ...others] = explained
  const { dutyBy, heldSince, failures, ticket } = verification
  const raw = heard ?? explained.find(({ id }) => id === 'unknown')?.heard.zh
  const threatened = axis.axis === 'identity' && dutyBy !== null && dutyBy >= today && heldSince === null
  return (
    <section className="refused" role="alert" aria-label={t('nameCheck.reason')}>
      <div>
        <h2>
          {remark ?? (first ? sentence(first.cause) : t('nameCheck.noReason'))}
          {!remark && t('stop')}
        </h2>
        <p>
          {[
            threatened ? t('nameCheck.orStops', { date: longDate(dutyBy) }) : t('nameCheck.stillYours'),
            axis.axis === 'identity' && failures > 1 && t('nameCheck.count', { count: failures }),
            ticket.number && t('nameCheck.ticketOpen', { number: ticket.number }),
          ]
            .filter(Boolean)
            .join(locale() === 'zh' ? '' : ' ')}
        </p>
        {raw && (
          <details>
            <summary>{t(heard ? 'nameCheck.raw' : 'nameCheck.rawOther')}</summary>
            <code className="raw">{raw}</code>
          </details>
        )}
        <p className="small">
          <Link to="/help/$slug" params={{ slug: 'real-name' }}>
            {t('nameCheck.guide')}
          </Link>
        </p>
      </div>
      <div className="stack">
        {first ? (
          [first, ...others].map((reason) => <Reason key={reason.id} reason={reason} raw={raw} />)
        ) : (
          <NoReason />
        )}
      </div>
    </section>
  )
}

function Reason({ reason, raw }: { reason: ExplainedReason; raw: string | undefined }) {
  const { id, heard, cause, field, remedy, source } = reason
  const address = source && sourceAddress(source)
  const where = source && [source.document, source.section].filter(Boolean).join(locale() === 'zh' ? '，' : ', ')
  const said = sentence(heard)
  return (
    <dl className="cite">
      {said !== raw && said !== sentence(cause) && (
        <div>
          <dt>{t('nameCheck.heard')}</dt>
          <dd>{said}</dd>
        </div>
      )}
      <div>
        <dt>{t('cite.rule')}</dt>
        <dd>
          {source && (
            <>
              <b>
                <code>{id}</code>
              </b>
              {'\u2003'}
            </>
          )}
          <b>{sentence(cause)}</b>
        </dd>
      </div>
      {field && (
        <div>
          <dt>{t('nameCheck.field')}</dt>
          <dd>{fieldName(field)}</dd>
        </div>
      )}
      {where && (
        <div>
          <dt>{t('cite.source')}</dt>
          <dd>{address ? <a href={address}>{where}</a> : where}</dd>
        </div>
      )}
      {source && (
        <div>
          <dt>{t('cite.since')}</dt>
          <dd>{source.date ? t('cite.from', { from: source.date }) : t('nameCheck.sinceUnknown')}</dd>
        </div>
      )}
      <div>
        <dt>{t('cite.remedy')}</dt>
        <dd>{sentence(remedy)}</dd>
      </div>
    </dl>
  )
}

function NoReason() {
  return (
    <dl className="cite">
      <div>
        <dt>{t('nameCheck.remedy')}</dt>
        <dd>{t('nameCheck.noReasonRemedy')}</dd>
      </div>
    </dl>
  )
}

function fieldName(field: string): string {
  const known = fields.find((one) => one === field)
  return known ? t(`nameCheck.field.${known}` satisfies ApartKey) : field
}
