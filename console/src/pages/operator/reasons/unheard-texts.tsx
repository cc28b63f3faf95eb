import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, put } from '../../../api/client.ts'
import { Button } from '../../../design/button.tsx'
import { Dialog } from '../../../design/dialog.tsx'
import { Failure } from '../../../design/failure.tsx'
import { TextField } from '../../../design/field.tsx'
import { toast } from '../../../design/toast.tsx'
import { dayAndTime } from '../../../i18n/format.ts'
import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { ReasonForm } from './reason-form.tsx'
import { findReasons, type Reason } from './reason-list.ts'
import { titleOf } from './reason-title.ts'

interface Unheard {
  key: string
  /** As it was said last. */
  text: string
  from: 'provider' | 'registry'
  times: number
  lastAt: string
}

const unheardQuery = queryOptions({
  queryKey: ['operator', 'unheard-texts'],
  queryFn: ({ signal }) => get<{ texts: Unheard[] }>('operator/unheard-texts', signal),
})

/** What registries and the provider said and nobody can explain yet: a reason is chosen or written for each. */
export function UnheardTexts({ reasons }: { reasons: readonly Reason[] }) {
  const cache = useQueryClient()
  const unheard = useQuery(unheardQuery)
  const [picking, setPicking] = useState<Unheard | null>(null)
  const [writing, setWriting] = useState<Unheard | null>(null)
  const [error, setError] = useState<unknown>(null)
  const answer = async ({ text }: Unheard, reason: string) => {
    setError(null)
    try {
      await put('operator/unheard-texts', { text, reason })
      await cache.invalidateQueries({ queryKey: unheardQuery.queryKey })
      setPicking(null)
      toast(t('unheard.saved'))
    } catch (problem) {
      setError(problem)
    }
  }
  const texts = unheard.data?.texts ?? []
  if (unheard.isError) return <Failure error={unheard.error} again={() => unheard.refetch()} />
  if (texts.length === 0) return null
  return (
    <section className="sec" aria-label={t('unheard.title')}>
      <h2>
        {t('unheard.title')}
        <small>{t('unheard.why')}</small>
      </h2>
      {error !== null && <Failure error={error} />}
      <table className="tbl tbl--cards reasons">
        <thead>
          <tr>
            <th scope="col">{t('unheard.text')}</th>
            <th scope="col">{t('unheard.from')}</th>
            <th scope="col">{t('unheard.last')}</th>
            <th scope="col">
              <span className="vh">{t('unheard.do')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {texts.map((one) => (
            <tr key={one.key}>
              <th scope="row">
                {one.text}
                <small>{t('unheard.times', { count: one.times })}</small>
              </th>
              <td data-l={t('unheard.from')}>{t(`unheard.from.${one.from}`)}</td>
              <td data-l={t('unheard.last')}>{dayAndTime(one.lastAt)}</td>
              <td className="full">
                <div className="acts">
                  <Button size="s" onClick={() => setPicking(one)}>
                    {t('unheard.pick')}
                  </Button>
                  <Button size="s" onClick={() => setWriting(one)}>
                    {t('unheard.write')}
                  </Button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {picking && (
        <PickReason
          text={picking.text}
          reasons={reasons}
          onPick={(reason) => void answer(picking, reason)}
          onClose={() => setPicking(null)}
        />
      )}
      {writing && (
        <ReasonForm
          reason={undefined}
          heard={writing.text}
          onSaved={(id) => void answer(writing, id)}
          onClose={() => setWriting(null)}
        />
      )}
    </section>
  )
}

const shown = 8

function PickReason({
  text,
  reasons,
  onPick,
  onClose,
}: {
  text: string
  reasons: readonly Reason[]
  onPick: (reason: string) => void
  onClose: () => void
}) {
  const [search, setSearch] = useState('')
  const found = findReasons(
    reasons.filter(({ retired }) => !retired),
    search,
  )
  return (
    <Dialog title={t('unheard.pick')} open onClose={onClose}>
      <p>{text}</p>
      <TextField
        id="pick-reason"
        type="search"
        label={t('reasons.find')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ul className="pick-reasons">
        {found.slice(0, shown).map((reason) => (
          <li key={reason.id}>
            <Button look="text" onClick={() => onPick(reason.id)}>
              {titleOf(reason)}
            </Button>
            <small>{sentence(reason.remedy)}</small>
          </li>
        ))}
      </ul>
      {found.length > shown && <p className="help">{t('reviews.furtherReasons', { count: found.length - shown })}</p>}
      <div className="acts">
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </Dialog>
  )
}
