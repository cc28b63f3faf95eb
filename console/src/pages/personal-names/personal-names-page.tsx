import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post } from '../../api/client.ts'
import { Button } from '../../design/button.tsx'
import { Empty } from '../../design/empty.tsx'
import { Failure } from '../../design/failure.tsx'
import { SelectField, TextField } from '../../design/field.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { Page } from '../../shell/page.tsx'
import { SearchModes } from '../search/search-modes.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { PersonalAnswer } from './personal-answer.tsx'
import {
  type PersonalFound,
  type PersonalOffer,
  type PersonalParts,
  personalOfferQuery,
} from './personal-names-query.ts'
import '../search/search-page.css'
import './personal-names.css'

/** A name under .网址 that is a person's own, with an offered word at either side (S1-115…S1-125). */
export function PersonalNamesPage() {
  const offer = useQuery(personalOfferQuery)
  return (
    <Page title={t('personal.title')} api="POST /v1/personal-names/search">
      <section className="hero hero--personal">
        <h1>{t('personal.heading')}</h1>
        <p>{t('personal.lead', { example: '设计师张三博士' })}</p>
        <SearchModes here="personal" />
        {offer.isPending && <Skeleton rows={3} />}
        {offer.isError && <Failure error={offer.error} again={() => offer.refetch()} />}
        {offer.data?.sold === false && (
          <Empty
            title={t('personal.notSold')}
            acts={
              <Link className="btn btn--main" to="/" search={{ suffixes: '网址' }}>
                {t('personal.ordinary', { under: '网址' })}
              </Link>
            }
          >
            {t('personal.notSoldWhy', { under: '网址' })}
          </Empty>
        )}
        {offer.data?.sold && <Finder offer={offer.data} />}
      </section>
      <section className="two personal-why">
        <ol className="before">
          {(['person', 'words', 'check', 'hold'] as const).map((key) => (
            <li key={key}>
              <b>{t(`personal.why.${key}`)}</b>
              <p>{t(`personal.why.${key}Text`)}</p>
            </li>
          ))}
        </ol>
      </section>
    </Page>
  )
}

const nothing: PersonalParts = { before: '', name: '', after: '' }

function Finder({ offer }: { offer: PersonalOffer }) {
  const [parts, setParts] = useState(nothing)
  const [asked, setAsked] = useState<{ parts: PersonalParts; found: PersonalFound } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [checking, setChecking] = useState(false)
  const set = (change: Partial<PersonalParts>) => setParts({ ...parts, ...change })
  const whole = `${parts.before}${parts.name.trim() || '＿＿'}${parts.after}`
  const search = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      setAsked({ parts, found: await post<PersonalFound>('personal-names/search', parts) })
    } catch (refusal) {
      setAsked(null)
      setError(refusal)
    }
    setBusy(false)
  }
  const current = asked?.parts === parts ? asked : null
  return (
    <>
      <search>
        <form className="person-parts" onSubmit={search}>
          <SelectField
            id="before"
            label={t('personal.before')}
            optional={t('personal.optional')}
            value={parts.before}
            onChange={(event) => set({ before: event.target.value })}
          >
            <Words words={offer.before} />
          </SelectField>
          <TextField
            id="person-name"
            label={t('personal.name')}
            help={t('personal.nameHelp')}
            value={parts.name}
            maxLength={30}
            required
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => set({ name: event.target.value })}
          />
          <SelectField
            id="after"
            label={t('personal.after')}
            optional={t('personal.optional')}
            value={parts.after}
            onChange={(event) => set({ after: event.target.value })}
          >
            <Words words={offer.after} />
          </SelectField>
          <Button look="ink" type="submit" disabled={busy}>
            {t(busy ? 'personal.asking' : 'search.button')}
          </Button>
        </form>
      </search>
      <p className="person-whole" aria-live="polite">
        <span className="vh">{t('personal.whole')}</span>
        <span className="dn">
          {whole}
          <span className="sx">.{offer.under}</span>
        </span>
      </p>
      {error !== null && <Failure error={error} />}
      <div aria-live="polite">
        {current && <PersonalAnswer found={current.found} offer={offer} onRegister={() => setChecking(true)} />}
      </div>
      {current?.found.name && (
        <PersonDialog
          open={checking}
          person={current.parts.name}
          name={current.found.name}
          onClose={() => setChecking(false)}
        />
      )}
    </>
  )
}

function Words({ words }: { words: readonly string[] }) {
  return (
    <>
      <option value="">{t('personal.none')}</option>
      {words.map((word) => (
        <option key={word} value={word}>
          {word}
        </option>
      ))}
    </>
  )
}
