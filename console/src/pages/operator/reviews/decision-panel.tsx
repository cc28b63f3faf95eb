import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { sentences } from '../../../design/sentences.ts'
import { State } from '../../../design/state.tsx'
import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { findReasons, reasonsQuery } from '../reasons/reason-list.ts'
import { titleOf } from '../reasons/reason-title.ts'
import type { Line } from './compared-table.tsx'
import { allSame, type Draft, differs, remarkOf, toggled } from './draft.ts'
import { Escalate } from './escalate.tsx'
import { ReasonPicker } from './reason-picker.tsx'
import type { OpenCase } from './review-queries.ts'
import type { Decision } from './use-decisions.ts'
import { useKeys } from './use-keys.ts'

interface Props {
  open: OpenCase
  lines: readonly Line[]
  /** How many papers this reviewer has not opened yet. */
  unseen: number
  /** Another reviewer has it, or it is of the reviewer's own account. */
  taken: boolean
  draft: Draft
  onDraft: (draft: Draft) => void
  onDecide: (decision: Decision) => void
  onEscalated: () => void
}

/** As many reasons at a time as there are keys for them. */
const keys = 8

/** Passes the case, or refuses it with reasons and a word; shows beforehand what the customer will read. */
export function DecisionPanel({ open, lines, unseen, taken, draft, onDraft, onDecide, onEscalated }: Props) {
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
  const held = taken || open.ownAccount || open.escalated?.byYou === true
  const second = open.state === 'second' && open.firstByYou
  const notYet = held ? 'held' : unseen > 0 ? 'unseen' : null
  const notPass = notYet ?? (second ? 'second' : differs(draft) ? 'differs' : null)
  const notRefuse = notYet ?? (draft.picked.length === 0 ? 'reason' : null)
  const toggle = (id: string) => onDraft(toggled(draft, id))
  const rows = Object.entries(draft.rows).map(([row, { same }]) => ({ row, same }))
  const remarked = remarkOf(draft, (row, shown) =>
    t('reviews.remarkRow', { row: lines.find((line) => line.row === row)?.title ?? '', shown }),
  )
  const pass = () => {
    if (!notPass) onDecide({ pass: true, rows })
  }
  const refuse = () => {
    if (notRefuse === 'reason') return search.current?.focus()
    if (notRefuse) return
    onDecide({ pass: false, rows, reasons: [...draft.picked], ...(remarked ? { remark: remarked } : {}) })
  }
  const markAll = () =>
    onDraft(
      allSame(
        draft,
        lines.map(({ row }) => row),
      ),
    )
  useKeys({
    a: pass,
    r: refuse,
    s: markAll,
    '/': () => search.current?.focus(),
    m: () => remark.current?.focus(),
    ...Object.fromEntries(listed.map(({ id }, index) => [String(index + 1), () => toggle(id)])),
  })
  return (
    <>
      <div className="acts">
        <Button size="s" onClick={markAll}>
          {t('reviews.allSame')} <kbd>S</kbd>
        </Button>
      </div>
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
      {(chosen.length > 0 || remarked !== '') && (
        <div className="say">
          <b>{t('reviews.customerReads')}</b>
          {remarked && <p className="lines">{remarked}</p>}
          <ul>
            {chosen.map((reason) => (
              <li key={reason.id}>
                {sentences(sentence(reason.cause), sentence(reason.remedy))}
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
          greyBecause={notRefuse ? 'why-not-refuse' : undefined}
          onClick={refuse}
        >
          {t('reviews.refuse')} <kbd>R</kbd>
        </Button>
        <Button
          look={chosen.length > 0 || notPass ? 'line' : 'main'}
          size="l"
          greyBecause={notPass ? 'why-not-pass' : undefined}
          onClick={pass}
        >
          {t('reviews.pass')} <kbd>A</kbd>
        </Button>
        <Escalate id={open.id} blocked={held} onDone={onEscalated} />
      </div>
      {notRefuse && (
        <p className="log" id="why-not-refuse">
          {t(`reviews.notRefuse.${notRefuse}`, { count: unseen })}
        </p>
      )}
      {notPass && notPass !== notRefuse && (
        <p className="log" id="why-not-pass">
          {t(`reviews.notPass.${notPass}`, { count: unseen })}
        </p>
      )}
      <p className="log">{t('reviews.canTakeBack')}</p>
      {open.fourEyes && !second && (
        <p className="eyes">
          <State shape={open.state === 'second' ? 'run' : 'todo'}>
            {t(open.state === 'second' ? 'reviews.eyesSecond' : 'reviews.eyesFirst')}
          </State>
        </p>
      )}
    </>
  )
}

const dropLabel = (reason: string) => t('reviews.dropReason', { reason })
