import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post } from '../../../api/client.ts'
import { Button } from '../../../design/button.tsx'
import { Dialog } from '../../../design/dialog.tsx'
import { Failure } from '../../../design/failure.tsx'
import { TextField } from '../../../design/field.tsx'
import { toast } from '../../../design/toast.tsx'
import { t } from '../../../i18n/text.ts'
import { type BureauMatter, mattersQuery } from './bureau-queries.ts'

const outcomes = ['access-cut', 'filed', 'not-found'] as const
const verdicts = ['passed', 'refused'] as const

/** What was done about a site, or whether what is filed is true; the bureau gets it as the next file of its line. */
export function AnswerMatter({ matter, onClose }: { matter: BureauMatter; onClose: () => void }) {
  const cache = useQueryClient()
  const check = matter.kind === 'check-task'
  const choices = check ? verdicts : outcomes
  const [choice, setChoice] = useState<string>()
  const [words, setWords] = useState('')
  const [errors, setErrors] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (choice === undefined || words.trim() === '') return
    setBusy(true)
    setRefusal(null)
    try {
      await post(`operator/bureau-matters/${matter.id}/answer`, {
        ...(check ? { verdict: choice } : { outcome: choice }),
        words: words.trim(),
        ...(check && choice === 'refused' && errors.trim() !== '' ? { errors: errors.trim() } : {}),
      })
      toast(t(matter.kind === 'illegal-access' ? 'bureaus.matters.noted' : 'bureaus.matters.sent'))
      onClose()
    } catch (problem) {
      setRefusal(problem)
      setBusy(false)
    }
    await cache.invalidateQueries({ queryKey: mattersQuery.queryKey })
  }
  return (
    <Dialog title={t('bureaus.matters.answerThis', { title: matter.title })} open alert onClose={onClose}>
      <form className="stack" onSubmit={send} noValidate>
        {refusal !== null && <Failure error={refusal} />}
        {matter.kind === 'illegal-access' && <p className="soft">{t('bureaus.matters.noMessage')}</p>}
        <fieldset>
          <legend className="lab">{t(check ? 'bureaus.matters.verdict' : 'bureaus.matters.outcome')}</legend>
          {choices.map((one) => (
            <label className="check" key={one}>
              <input type="radio" name="choice" checked={choice === one} onChange={() => setChoice(one)} />{' '}
              {t(`bureaus.choice.${one}`)}
            </label>
          ))}
          {tried && choice === undefined && <p className="small">{t('bureaus.matters.choose')}</p>}
        </fieldset>
        <TextField
          id="answer-words"
          label={t('bureaus.matters.words')}
          help={t('bureaus.matters.wordsHelp')}
          maxLength={255}
          value={words}
          error={tried && words.trim() === '' ? t('bureaus.matters.wordsWrong') : undefined}
          onChange={(event) => setWords(event.target.value)}
        />
        {check && choice === 'refused' && (
          <TextField
            id="answer-errors"
            label={t('bureaus.matters.errors')}
            value={errors}
            onChange={(event) => setErrors(event.target.value)}
          />
        )}
        <div className="acts">
          <Button onClick={onClose} disabled={busy}>
            {t('cancel')}
          </Button>
          <Button look="ink" type="submit" disabled={busy}>
            {busy ? t('signIn.busy') : t('bureaus.matters.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
