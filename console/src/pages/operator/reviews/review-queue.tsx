import { useEffect, useRef } from 'react'
import { State } from '../../../design/state.tsx'
import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { Link } from '../../../router/link.tsx'
import { useCertificateTitle } from './certificate-title.ts'
import { Due } from './due.tsx'
import type { Axis, QueuedCase } from './review-queries.ts'

interface Props {
  axis: Axis
  cases: readonly QueuedCase[]
  open: string | undefined
}

/** Who waits for a reviewer, the most urgent first. */
export function ReviewQueue({ axis, cases, open }: Props) {
  const titleOf = useCertificateTitle()
  const list = useRef<HTMLOListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another case is opened, by a key too
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [open])
  return (
    <ol ref={list}>
      {cases.map((one) => (
        <li key={one.id}>
          <Link
            to="/operator/reviews"
            search={{ axis, case: one.number }}
            aria-current={one.number === open ? 'true' : undefined}
          >
            <b>{one.name ?? titleOf(one.holderType, one.certificateKind)}</b>
            <Due dueAt={one.dueAt} />
            <small>
              {one.number}
              {'\u2003'}
              {[
                sentence(one.city),
                t(`reviews.holder.${one.holderType}`),
                one.attempt > 1 && t('reviews.attempt', { count: one.attempt }),
              ]
                .filter(Boolean)
                .join(t('reviews.and'))}
            </small>
            {(one.claimedBy || one.escalated) && (
              <small>
                {one.claimedBy ? (
                  <State shape="lock">{t('reviews.claimedBy', { reviewer: one.claimedBy })}</State>
                ) : (
                  <State shape="you">{t('reviews.escalated')}</State>
                )}
              </small>
            )}
            {one.state === 'second' && (
              <small>
                <State shape={one.firstByYou ? 'lock' : 'run'}>
                  {t(one.firstByYou ? 'reviews.otherSecond' : 'reviews.waitsSecond')}
                </State>
              </small>
            )}
          </Link>
        </li>
      ))}
    </ol>
  )
}
