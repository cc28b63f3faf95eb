import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { State } from '../../../design/state.tsx'
import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { findReasons, reasonsQuery } from '../reasons/reason-list.ts'
import { titleOf } from '../reasons/reason-title.ts'
import { type Draft, toggled } from './draft.ts'
import { ReasonPicker } from './reason-picker.tsx'
import type { OpenCase } from './review-queries.ts'
import type { Decision } from './use-decisions.ts'
import { useKeys } from './use-keys.ts'

interface Props {
  open: OpenCase
  draft: Draft
  onDraft: (draft: Draft) => void
  onDecide: (decision: Decision) => void
}

/** As many reasons at a time as there are keys for them. */
const keys = 8

/** Passes the case, or refuses it with reasons and a word; shows beforehand what the customer will read. */
export function DecisionPanel({ open, draft, onDraft, onDecide }: Props) {
  const reasons = useQuery(reasonsQuery)
  const search = useRef<HTMLInputElement>(null)
  const remark = useRef<HTMLTextAreaElement>(null)
  const all = reasons.data?.reasons ?? []
  const found = findReasons(
    all.filter(({ retired }) => !retired),
    draft.search,
  )
  const listed = found.slice(0, keys)
  const chosen = draft.picked.flatMap((id) => all.find((reason) => reason.id === id) ?? [])
  const blocked = open.state === 'second' && open.firstByYou
  const toggle = (id: string) => onDraft(toggled(draft, id))
  const pass = () => {
    if (!blocked) onDecide({ pass: true })
  }
  const refuse = () => {
    if (draft.picked.length === 0) return search.current?.focus()
    const word = draft.remark.trim()
    onDecide({ pass: false, reasons: [...draft.picked], ...(word ? { remark: word } : {}) })
  }
  useKeys({
    a: pass,
    r: refuse,
    '/': () => search.current?.focus(),
    m: () => remark.current?.focus(),
    ...Object.fromEntries(listed.map(({ id }, index) => [String(index + 1), () => toggle(id)])),
  })
  return (
    <>
      {reasons.isError && <Failure error={reasons.error} again={() => reasons.refetch()} />}
      <ReasonPicker
        listed={listed}
        further={found.length - listed.length}
        draft={draft}
        search={search}
        onSearch={(text) => onDraft({ ...draft, search: text })}
        onToggle={toggle}
      />
      <div className="find-reason">
        <label htmlFor="review-remark">{t('reviews.remark')}</label>
        <textarea
          className="in"
          id="review-remark"
          ref={remark}
          rows={2}
          maxLength={500}
          value={draft.remark}
          placeholder={t('reviews.remarkExample')}
          onChange={(event) => onDraft({ ...draft, remark: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) event.currentTarget.blur()
          }}
        />
        <kbd>M</kbd>
      </div>
      {(chosen.length > 0 || draft.remark.trim() !== '') && (
        <div className="say">
          <b>{t('reviews.customerReads')}</b>
          {draft.remark.trim() && <p>{draft.remark.trim()}</p>}
          <ul>
            {chosen.map((reason) => (
              <li key={reason.id}>
                {sentence(reason.cause)}
                {t('stop')}
                {sentence(reason.remedy)}
                {t('stop')}
                <Button size="s" look="text" onClick={() => toggle(reason.id)} aria-label={dropLabel(titleOf(reason))}>
                  {t('reviews.drop')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="end">
        <Button
          look={chosen.length > 0 ? 'main' : 'line'}
          size="l"
          greyBecause={draft.picked.length === 0 ? 'why-not-refuse' : undefined}
          onClick={refuse}
        >
          {t('reviews.refuse')} <kbd>R</kbd>
        </Button>
        <Button
          look={chosen.length > 0 || blocked ? 'line' : 'main'}
          size="l"
          greyBecause={blocked ? 'why-not-pass' : undefined}
          onClick={pass}
        >
          {t('reviews.pass')} <kbd>A</kbd>
        </Button>
      </div>
      {draft.picked.length === 0 && (
        <p className="log" id="why-not-refuse">
          {t('reviews.reasonFirst')}
        </p>
      )}
      <p className="log">{t('reviews.canTakeBack')}</p>
      {open.fourEyes && (
        <p className="eyes" id="why-not-pass">
          <State shape={blocked ? 'lock' : open.state === 'second' ? 'run' : 'todo'}>
            {t(blocked ? 'reviews.eyesBlocked' : open.state === 'second' ? 'reviews.eyesSecond' : 'reviews.eyesFirst')}
          </State>
        </p>
      )}
    </>
  )
}

const dropLabel = (reason: string) => t('reviews.dropReason', { reason })
