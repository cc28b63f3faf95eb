import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post } from '../../../api/client.ts'
import { Button } from '../../../design/button.tsx'
import { Dialog } from '../../../design/dialog.tsx'
import { Failure } from '../../../design/failure.tsx'
import { SelectField, TextField } from '../../../design/field.tsx'
import { Note } from '../../../design/note.tsx'
import { toast } from '../../../design/toast.tsx'
import { dayAndTime } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { type Operated, operatedKey } from './promotion-queries.ts'

interface Issued {
  codes: string[]
  until: string
}

const lives = [
  { minutes: 10, text: 'promotions.life.10m' },
  { minutes: 60, text: 'promotions.life.1h' },
  { minutes: 1_440, text: 'promotions.life.1d' },
  { minutes: 4_320, text: 'promotions.life.3d' },
  { minutes: 10_080, text: 'promotions.life.7d' },
  { minutes: 43_200, text: 'promotions.life.30d' },
] as const

/** How many codes, for how long; then the codes themselves, once. */
export function IssueCodes({ promotion, onClose }: { promotion: Operated; onClose: () => void }) {
  const cache = useQueryClient()
  const [count, setCount] = useState('1')
  const [uses, setUses] = useState('1')
  const [minutes, setMinutes] = useState('60')
  const [word, setWord] = useState('')
  const [account, setAccount] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const [issued, setIssued] = useState<Issued | null>(null)
  const own = word.trim()
  const only = account.trim()
  const wrong = {
    count:
      /^\d{1,4}$/.test(count) && Number(count) >= 1 && Number(count) <= 1_000 ? undefined : t('promotions.wrong.count'),
    uses:
      /^\d{1,6}$/.test(uses) && Number(uses) >= 1 && Number(uses) <= 100_000 ? undefined : t('promotions.wrong.uses'),
    account: only === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(only) ? undefined : t('promotions.wrong.account'),
    word: own === '' || /^[\p{L}\p{N} -]{4,40}$/u.test(own) ? undefined : t('promotions.wrong.word'),
  }
  const issue = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setRefusal(null)
    const first = (['count', 'uses', 'word', 'account'] as const).find((field) => wrong[field])
    if (first) return document.getElementById(`codes-${first}`)?.focus()
    setBusy(true)
    try {
      setIssued(
        await post<Issued>(`operator/promotions/${promotion.id}/codes`, {
          count: Number(count),
          uses: Number(uses),
          validMinutes: Number(minutes),
          ...(own ? { word: own } : {}),
          ...(only ? { account: only } : {}),
        }),
      )
      await cache.invalidateQueries({ queryKey: operatedKey })
    } catch (problem) {
      setRefusal(problem)
    }
    setBusy(false)
  }
  const copy = async () => {
    await navigator.clipboard.writeText(issued?.codes.join('\n') ?? '')
    toast(t('promotions.copied'))
  }
  const shown = (text: string | undefined) => (tried ? text : undefined)
  return (
    <Dialog title={t('promotions.issue')} open alert onClose={onClose}>
      {refusal !== null && <Failure error={refusal} />}
      {issued ? (
        <div className="stack">
          <Note tone="you">
            <p>{t('promotions.codesOnce', { time: dayAndTime(issued.until) })}</p>
          </Note>
          <pre className="raw codes">{issued.codes.join('\n')}</pre>
          <div className="acts">
            <Button onClick={copy}>{t('promotions.copy')}</Button>
            <Button look="ink" onClick={onClose}>
              {t('promotions.written')}
            </Button>
          </div>
        </div>
      ) : (
        <form className="stack" onSubmit={issue} noValidate>
          <div className="field-row">
            <TextField
              id="codes-count"
              label={t('promotions.count')}
              inputMode="numeric"
              value={count}
              error={shown(wrong.count)}
              onChange={(event) => setCount(event.target.value.trim())}
            />
            <TextField
              id="codes-uses"
              label={t('promotions.usesOfOne')}
              help={t('promotions.usesOfOneHelp')}
              inputMode="numeric"
              value={uses}
              error={shown(wrong.uses)}
              onChange={(event) => setUses(event.target.value.trim())}
            />
          </div>
          <SelectField
            id="codes-life"
            label={t('promotions.life')}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          >
            {lives.map((life) => (
              <option key={life.minutes} value={life.minutes}>
                {t(life.text)}
              </option>
            ))}
          </SelectField>
          <TextField
            id="codes-word"
            label={t('promotions.word')}
            optional={t('optional')}
            help={t('promotions.wordHelp')}
            maxLength={40}
            autoComplete="off"
            value={word}
            error={shown(wrong.word)}
            onChange={(event) => setWord(event.target.value)}
          />
          <TextField
            id="codes-account"
            label={t('promotions.onlyFor')}
            optional={t('optional')}
            help={t('promotions.onlyForHelp')}
            maxLength={254}
            inputMode="email"
            autoComplete="off"
            value={account}
            error={shown(wrong.account)}
            onChange={(event) => setAccount(event.target.value)}
          />
          <div className="acts">
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button look="ink" type="submit" disabled={busy}>
              {busy ? t('signIn.busy') : t('promotions.issueNow')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
