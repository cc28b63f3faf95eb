import { useState } from 'react'
import type { Suggestion } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { DomainName } from '../../design/domain-name.tsx'
import { Failure } from '../../design/failure.tsx'
import { sentenceOf } from '../../design/sentence-of.ts'
import { Skeleton } from '../../design/skeleton.tsx'
import { toast } from '../../design/toast.tsx'
import { price } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import type { useNameList } from '../../list/use-name-list.ts'
import { useSuggestions } from './use-suggestions.ts'
import './suggestions.css'

/** Shown before “more” is asked for. */
const few = 8

interface Props {
  q: string
  suffixes: string
  list: ReturnType<typeof useNameList>
  /** A-label forms of the rows above: a name is not said twice. */
  above: ReadonlySet<string>
}

/** Free names near the word, with how each came about (S1-58, S1-59). Only what a registry called free is shown. */
export default function Suggestions({ q, suffixes, list, above }: Props) {
  const { shown: near, ended, error, again } = useSuggestions(q, suffixes)
  const shown = near.filter(({ ascii }) => !above.has(ascii))
  const [all, setAll] = useState(false)
  if (ended && shown.length === 0 && error === null) return null
  const visible = all ? shown : shown.slice(0, few)
  const toggle = async ({ name, ascii, suffix, price: offered }: Suggestion) => {
    try {
      if (list.has(ascii)) await list.drop(ascii)
      else await list.add({ name, ascii, suffix, price: offered })
    } catch (refusal) {
      toast(sentenceOf(refusal))
    }
  }
  return (
    <section className="suggestions" aria-label={t('suggest.title')}>
      <h2>
        {t('suggest.title')}
        <small role="status">{ended ? t('suggest.ended', { count: shown.length }) : t('suggest.asking')}</small>
      </h2>
      {shown.length === 0 && !ended && <Skeleton rows={3} />}
      {visible.length > 0 && (
        <ul>
          {visible.map((suggestion) => {
            const inList = list.has(suggestion.ascii)
            return (
              <li key={suggestion.ascii}>
                <div>
                  <DomainName name={suggestion.name} ascii={suggestion.ascii} />
                  <small>{sentence(suggestion.why)}</small>
                </div>
                <b>{price(suggestion.price.registerFen)}</b>
                <Button
                  size="s"
                  aria-pressed={inList}
                  onClick={() => toggle(suggestion)}
                  aria-label={t(inList ? 'search.dropName' : 'search.addName', { name: suggestion.name })}
                >
                  {t(inList ? 'search.inList' : 'search.add')}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      {!all && shown.length > few && (
        <Button look="text" size="s" onClick={() => setAll(true)}>
          {t('suggest.more', { count: shown.length - few })}
        </Button>
      )}
      {error !== null && <Failure error={error} again={again} />}
    </section>
  )
}
