import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { sessionQuery } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { Failure } from '../../design/failure.tsx'
import { TextField } from '../../design/field.tsx'
import { Note } from '../../design/note.tsx'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { go } from '../../router/history.ts'
import { Link } from '../../router/link.tsx'
import type { CheckedPerson } from './personal-names-query.ts'

interface Props {
  open: boolean
  /** As it was typed: the name that the ID card has to bear. */
  person: string
  name: string
  onClose: () => void
}

/** The 18-digit ID number is asked for, checked, and forgotten (S1-121…S1-125). */
export function PersonDialog({ open, person, name, onClose }: Props) {
  const session = useQuery(sessionQuery)
  return (
    <Dialog title={t('personal.check')} open={open} onClose={onClose}>
      {session.data?.account ? (
        <Check person={person} name={name} onClose={onClose} />
      ) : (
        <>
          <p>{t('personal.signIn')}</p>
          <div className="acts">
            <Link className="btn btn--main" to="/sign-in" search={{ next: '/personal-names' }}>
              {t('nav.signIn')}
            </Link>
            <Link className="btn" to="/sign-up" search={{ next: '/personal-names' }}>
              {t('signUp.title')}
            </Link>
          </div>
        </>
      )}
    </Dialog>
  )
}

function Check({ person, name, onClose }: Omit<Props, 'open'>) {
  const [number, setNumber] = useState('')
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<CheckedPerson | null>(null)
  const [error, setError] = useState<unknown>(null)
  const wrong = error instanceof ApiProblem ? error.findings.find(({ field }) => field === 'number') : undefined
  const confirm = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    setTold(null)
    try {
      setTold(await post<CheckedPerson>('personal-names/people', { name: person, number }))
    } catch (refusal) {
      setError(refusal)
      document.getElementById('person-number')?.focus()
    }
    setBusy(false)
  }
  if (told?.state === 'passed')
    return (
      <>
        <Note tone="ok">
          <p role="status">
            <b>{sentence(told.message)}</b>
          </p>
          <p className="small soft">{t('personal.passedWhy')}</p>
        </Note>
        <div className="acts">
          <Button look="main" autoFocus onClick={() => go({ to: '/personal-names/$name', params: { name } })}>
            {t('personal.confirm')}
          </Button>
        </div>
      </>
    )
  return (
    <form className="person-check" onSubmit={confirm}>
      <p>
        {t('personal.checkLead')} <b>{person}</b>
      </p>
      <p className="small soft">{t('personal.checkWhy')}</p>
      <TextField
        id="person-number"
        label={t('personal.number')}
        help={t('personal.numberHelp')}
        error={wrong && `${sentence(wrong.message)}${t('personal.stop')}${sentence(wrong.remedy)}`}
        value={number}
        maxLength={24}
        required
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={(event) => setNumber(event.target.value)}
      />
      {error !== null && !wrong && <Failure error={error} />}
      {told?.state === 'pending' && (
        <Note tone="you">
          <p role="status">{sentence(told.message)}</p>
        </Note>
      )}
      <div className="acts">
        <Button look="text" onClick={onClose}>
          {t('personal.back')}
        </Button>
        <Button look="main" type="submit" disabled={busy}>
          {t(busy ? 'personal.checking' : 'personal.confirm')}
        </Button>
      </div>
    </form>
  )
}
