import { type FormEvent, useState } from 'react'
import { post } from '../../../api/client.ts'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { TextField } from '../../../design/field.tsx'
import { t } from '../../../i18n/text.ts'
import type { FilingEntry } from './entry-queries.ts'
import { useKeeping } from './use-keeping.ts'

const letters: Readonly<Record<string, string>> = {
  website: '-1',
  app: '-1A',
  'mini-program': '-1X',
  'quick-app': '-1K',
}

/** 管局的结果: the numbers, or the opinion, as the bureau's site shows them. */
export function OutcomeForm({ entry, onDone }: { entry: FilingEntry; onDone: () => Promise<unknown> }) {
  const [passed, setPassed] = useState<boolean>()
  const [numbers, setNumbers] = useState<Readonly<Record<string, string>>>({})
  const [words, setWords] = useState('')
  const { tried, busy, error, keep } = useKeeping(onDone)
  const typed = (service: string) => numbers[service]?.trim() ?? ''
  const missing = passed ? entry.numbered.some(({ service }) => typed(service) === '') : words.trim() === ''
  const send = (event: FormEvent) => {
    event.preventDefault()
    return keep(passed === undefined || missing, () => {
      const given = entry.numbered.map(({ service }) => ({ service, number: typed(service) }))
      return post(
        `filing-entries/${entry.number}/outcome`,
        passed ? { passed, numbers: given } : { passed, words: words.trim() },
      )
    })
  }
  return (
    <section className="sec">
      <h2>{t('filing.entries.outcome')}</h2>
      <form className="stack" noValidate onSubmit={send}>
        <fieldset>
          <legend className="lab">{t('filing.entries.outcomeWhich')}</legend>
          <div className="ticks">
            {[true, false].map((one) => (
              <label className="tick" key={String(one)}>
                <input type="radio" name="outcome" checked={passed === one} onChange={() => setPassed(one)} />
                {t(one ? 'filing.entries.passed' : 'filing.entries.returned')}
              </label>
            ))}
          </div>
          {tried && passed === undefined && <p className="err st st--fail">{t('bureaus.matters.choose')}</p>}
        </fieldset>
        {passed === true &&
          entry.numbered.map(({ service, kind, name }, at) => (
            <TextField
              key={service}
              id={`numbers.${at}.number`}
              label={t('filing.entries.number', { name: name || t(`filing.kind.${kind as 'app'}`) })}
              help={t('filing.entries.numberHelp', {
                kind: t(`filing.kind.${kind as 'app'}`),
                letter: letters[kind] ?? '-1',
              })}
              value={numbers[service] ?? ''}
              error={tried && typed(service) === '' ? t('filing.entries.numberWanted') : undefined}
              autoComplete="off"
              maxLength={60}
              onChange={(event) => setNumbers({ ...numbers, [service]: event.target.value })}
            />
          ))}
        {passed === false && (
          <TextField
            id="outcome-words"
            label={t('filing.entries.words')}
            help={t('filing.entries.wordsHelp')}
            value={words}
            maxLength={1000}
            error={tried && words.trim() === '' ? t('filing.entries.wordsWanted') : undefined}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
        {error !== null && <Failure error={error} />}
        <div className="acts">
          <Button look="main" type="submit" disabled={busy}>
            {busy ? t('signIn.busy') : t('filing.entries.keep')}
          </Button>
        </div>
      </form>
    </section>
  )
}
