import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { put } from '../../api/client.ts'
import { sessionQuery } from '../../api/queries.ts'
import type { Account } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { TextField } from '../../design/field.tsx'
import { State } from '../../design/state.tsx'
import { t } from '../../i18n/text.ts'

const isName = (name: string) => /\p{L}/u.test(name)

/** 姓名: somebody who signed up by phone has none; a bureau wants that of whoever answers its check. */
export function MyName({ account: { name, operatorRoles } }: { account: Account }) {
  const cache = useQueryClient()
  const [changing, setChanging] = useState(false)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setWrong(!isName(typed))
    if (!isName(typed)) return
    setBusy(true)
    setError(null)
    try {
      await put('account/name', { name: typed.trim() })
      await cache.invalidateQueries({ queryKey: sessionQuery.queryKey })
      setChanging(false)
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  const answersBureaus = operatorRoles?.some((role) => role === 'reviewer' || role === 'admin') ?? false
  return (
    <div className="stack">
      <p>
        {isName(name) ? name : <State shape="you">{t('account.nameNone')}</State>}{' '}
        {!changing && (
          <Button
            look="text"
            size="s"
            onClick={() => {
              setTyped(isName(name) ? name : '')
              setChanging(true)
            }}
          >
            {t(isName(name) ? 'account.nameChange' : 'account.nameSay')}
          </Button>
        )}
      </p>
      {changing && (
        <form className="row-form" onSubmit={save} noValidate>
          <TextField
            id="my-name"
            label={t('account.name')}
            help={t(answersBureaus ? 'account.nameBureau' : 'account.nameWhy')}
            autoComplete="name"
            maxLength={60}
            value={typed}
            error={wrong && !isName(typed) ? t('account.nameWrong') : undefined}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit" look="ink" disabled={busy}>
            {t('account.nameSave')}
          </Button>
        </form>
      )}
      {error !== null && <Failure error={error} />}
    </div>
  )
}
