import type { RefObject } from 'react'
import { t } from '../../../i18n/text.ts'
import type { Reason } from '../reasons/reason-list.ts'
import { titleOf } from '../reasons/reason-title.ts'
import type { Draft } from './draft.ts'

interface Props {
  /** At most as many as there are keys. */
  listed: readonly Reason[]
  /** How many more there are. */
  further: number
  draft: Draft
  search: RefObject<HTMLInputElement | null>
  onSearch: (text: string) => void
  onToggle: (id: string) => void
}

/** Reasons of the dictionary to choose from: by a key each, or by words. */
export function ReasonPicker({ listed, further, draft, search, onSearch, onToggle }: Props) {
  const [first] = listed
  return (
    <>
      <div className="find-reason">
        <label htmlFor="find-reason">{t('reviews.reasons')}</label>
        <input
          className="in in--s"
          id="find-reason"
          type="search"
          ref={search}
          placeholder={t('reviews.findReason')}
          value={draft.search}
          onChange={(event) => onSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter' && first) {
              event.preventDefault()
              onToggle(first.id)
              event.currentTarget.blur()
            } else if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
        <kbd>/</kbd>
      </div>
      <fieldset className="why3">
        <legend className="vh">{t('reviews.reasonsMany')}</legend>
        {listed.map((reason, index) => (
          <label key={reason.id}>
            <input type="checkbox" checked={draft.picked.includes(reason.id)} onChange={() => onToggle(reason.id)} />
            <kbd>{index + 1}</kbd>
            <span>{titleOf(reason)}</span>
          </label>
        ))}
      </fieldset>
      {listed.length === 0 && <p className="soft small">{t('reviews.noReason')}</p>}
      {further > 0 && <p className="help">{t('reviews.furtherReasons', { count: further })}</p>}
    </>
  )
}
