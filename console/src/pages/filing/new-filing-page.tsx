import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import type { FilingType } from '../../api/filing.ts'
import { certificatesQuery, placesQuery, templatesQuery } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Cite } from '../../design/cite.tsx'
import { Failure } from '../../design/failure.tsx'
import { SelectField, TextField } from '../../design/field.tsx'
import { Note } from '../../design/note.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { State } from '../../design/state.tsx'
import { pick, sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { go } from '../../router/history.ts'
import { Link } from '../../router/link.tsx'
import { useSearch } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { natures, serviceKinds } from './filing-words.ts'
import { guides } from './guides.ts'
import { Hinted } from './hinted.tsx'
import { kindWord } from './kind-words.ts'
import { useHumanProof } from './use-human-proof.ts'
import './filing.css'

/** 验证类型 (S3-26): who files what decides which order it is; the system says which, and why. */
export function NewFilingPage() {
  return (
    <Page title={t('filing.begin')} api="POST /v1/filing-types">
      <p className="crumb">
        <Link to="/filings">{t('filing.title')}</Link>
        {'\u2003›\u2003'}
        {t('filing.steps.type')}
      </p>
      <div className="head">
        <div>
          <h1>{t('filing.begin')}</h1>
          <p>{t('filing.beginLead')}</p>
          <p>
            {t('filing.guide.why')}{' '}
            <Link to="/help/$slug" params={{ slug: 'filing-overview' }}>
              {t('filing.guide.overview')}
            </Link>
          </p>
        </div>
      </div>
      <SignedIn>{() => <TypeForm />}</SignedIn>
    </Page>
  )
}

function TypeForm() {
  const cache = useQueryClient()
  const asked = useSearch('domain', 'template')
  const templates = useQuery(templatesQuery)
  const places = useQuery(placesQuery)
  const certificates = useQuery(certificatesQuery)
  const [chosen, setTemplate] = useState(asked.template)
  const [domain, setDomain] = useState(asked.domain ?? '')
  const [wish, setWish] = useState<'file' | 'claim'>('file')
  const [kind, setKind] = useState<string>('website')
  const [province, setProvince] = useState('')
  const [nature, setNature] = useState('')
  const [certificateKind, setCertificateKind] = useState('')
  const [certificateNumber, setCertificateNumber] = useState('')
  const [stated, setStated] = useState<Stated>({})
  const [answer, setAnswer] = useState<FilingType>()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const proof = useHumanProof()
  if (templates.isPending) return <Skeleton rows={6} />
  if (templates.isLoadingError) return <Failure error={templates.error} again={() => templates.refetch()} />
  const verified = templates.data.templates.filter(({ identity }) => identity === 'verified')
  // Most people have one identity, and file with it.
  const template = chosen ?? (verified.find((one) => one.default) ?? verified[0])?.id ?? ''
  // Name and paper of a verified identity are its own.
  const certificate = {
    ...(certificateKind === '' ? {} : { kind: certificateKind }),
    ...(certificateNumber.trim() === '' ? {} : { number: certificateNumber.trim() }),
  }
  const subject = {
    ...(province === '' ? {} : { region: { province } }),
    ...(nature === '' ? {} : { nature }),
    ...(template !== '' || Object.keys(certificate).length === 0 ? {} : { certificate }),
  }
  const body = {
    wish,
    kind,
    domains: domain.trim() === '' ? [] : [domain.trim()],
    ...(template === '' ? {} : { template }),
    ...(Object.keys(subject).length === 0 ? {} : { subject }),
    ...(Object.keys(stated).length === 0 ? {} : { stated }),
  }
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  // An answer is about the facts that were asked with it: another fact, and it is asked again.
  const fact = (id: string, value: string, set: (value: string) => void) => ({
    id,
    value,
    onChange: (event: { target: { value: string } }) => {
      set(event.target.value)
      setAnswer(undefined)
    },
  })
  // What is claimed is found by its domain.
  const claims = wish === 'claim'
  const refused = answer?.findings.some(({ severity }) => severity === 'refuse') ?? false
  return (
    <form
      className="form-page"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void attempt(async () =>
          setAnswer(await post<FilingType>('filing-types', { ...body, human: await proof.take() })),
        )
      }}
    >
      <Hinted hint={t(`filing.wish.${wish}.then`)}>
        <SelectField
          {...fact('wish', wish, (value) => setWish(value === 'claim' ? 'claim' : 'file'))}
          label={t('filing.wish')}
        >
          <option value="file">{t('filing.wish.file')}</option>
          <option value="claim">{t('filing.wish.claim')}</option>
        </SelectField>
      </Hinted>
      <Hinted hint={t('filing.hint.template')}>
        <SelectField {...fact('template', template, setTemplate)} label={t('filing.type.template')}>
          <option value="">{t('filing.type.noTemplate')}</option>
          {verified.map(({ id, name }) => (
            <option key={id} value={id}>
              {pick(name)}
            </option>
          ))}
        </SelectField>
        {verified.length === 0 && (
          <p className="help">
            {t('filing.type.verifyFirst')} <Link to="/templates">{t('nav.templates')}</Link>
          </p>
        )}
      </Hinted>
      <Hinted hint={t('filing.hint.region')}>
        <SelectField {...fact('province', province, setProvince)} label={t('filing.subject.region')}>
          <option value="">{t(template === '' ? 'choose' : 'filing.type.asVerified')}</option>
          {(places.data?.provinces ?? []).map((each) => (
            <option key={each.name.zh} value={each.name.zh}>
              {pick(each.name)}
            </option>
          ))}
        </SelectField>
      </Hinted>
      <Hinted hint={t('filing.hint.nature')}>
        <SelectField {...fact('nature', nature, setNature)} label={t('filing.subject.nature')}>
          <option value="">{t(template === '' ? 'choose' : 'filing.type.asVerified')}</option>
          {natures.map((one) => (
            <option key={one} value={one}>
              {t(`filing.nature.${one}`)}
            </option>
          ))}
        </SelectField>
        {template === '' && (
          <div className="duo">
            <SelectField
              {...fact('certificate-kind', certificateKind, setCertificateKind)}
              label={t('filing.type.certificateKind')}
              optional={t('optional')}
            >
              <option value="">{t('choose')}</option>
              {(certificates.data?.kinds ?? []).map(({ kind: id, title }) => (
                <option key={id} value={id}>
                  {pick(title)}
                </option>
              ))}
            </SelectField>
            <TextField
              {...fact('certificate-number', certificateNumber, setCertificateNumber)}
              label={t('filing.subject.number')}
              optional={t('optional')}
              autoComplete="off"
            />
          </div>
        )}
      </Hinted>
      <Hinted
        hint={
          claims
            ? t('filing.claim.hint', { kind: kindWord(kind) })
            : t(kind === 'website' ? 'filing.hint.domain' : 'filing.hint.usedDomain')
        }
      >
        <TextField
          {...fact('domain', domain, setDomain)}
          label={
            claims
              ? t('filing.claim.domain', { kind: kindWord(kind) })
              : t(kind === 'website' ? 'filing.type.domain' : 'filing.type.usedDomain')
          }
          {...(kind !== 'website' && !claims && { optional: t('optional') })}
          autoComplete="off"
        />
        <SelectField {...fact('kind', kind, setKind)} label={t('filing.site.kind')}>
          {serviceKinds.map((one) => (
            <option key={one} value={one}>
              {t(`filing.kind.${one}`)}
            </option>
          ))}
        </SelectField>
      </Hinted>
      {answer && (
        <section className="sec" aria-live="polite">
          <h2>{answer.name ? sentence(answer.name) : t('filing.type.notYet')}</h2>
          <p>
            {sentence(answer.because)}
            {t('stop')}{' '}
            <Link to="/help/$slug" params={{ slug: guides[answer.guide] }}>
              {t(readOf(answer.guide))}
            </Link>
          </p>
          {answer.byHand && (
            <Note tone="plain">
              <p>{sentence(answer.byHand.says)}</p>
            </Note>
          )}
          {answer.type === null && <StatedFields stated={stated} onChange={setStated} />}
          {answer.running && (
            <Note tone="you">
              <p>
                {t('filing.type.running')}{' '}
                <Link to="/filings/$number" params={{ number: answer.running }}>
                  {answer.running}
                </Link>
              </p>
            </Note>
          )}
          {answer.findings
            .filter(({ severity }) => severity !== 'unknown')
            .map((finding) => (
              <article className="find" key={finding.rule + finding.field}>
                <h3>
                  <State shape={finding.severity === 'refuse' ? 'fail' : 'you'}>{sentence(finding.message)}</State>
                </h3>
                <Cite finding={finding} />
              </article>
            ))}
        </section>
      )}
      <div className="human small muted" role="status">
        <State shape={proof.ready ? 'ok' : 'run'}>
          {t(proof.ready ? 'filing.human.done' : 'filing.human.working')}
        </State>
      </div>
      {error !== null && <Failure error={error} />}
      <div className="ends">
        <Button look={answer?.type ? 'line' : 'main'} size="l" type="submit" disabled={busy}>
          {t('filing.type.ask')}
        </Button>
        {answer?.type && !answer.running && (
          <Button
            look="main"
            size="l"
            disabled={busy}
            onClick={() =>
              attempt(async () => {
                const { number } = await post<{ number: string }>('filings', body)
                await cache.invalidateQueries({ queryKey: ['filings'] })
                go({ to: '/filings/$number', params: { number } })
              })
            }
          >
            {t(refused ? 'filing.type.beginAnyway' : 'filing.type.begin')}
          </Button>
        )}
      </div>
    </form>
  )
}

function readOf(guide: FilingType['guide']) {
  if (guide === 'not-known') return 'filing.guide.none'
  return guide === 'foreign-domain' ? 'filing.guide.domain' : 'filing.guide.read'
}

/** What is filed elsewhere, where no bureau could be asked. */
interface Stated {
  subjectFiled?: boolean
  subjectNumber?: string
  domainFiled?: boolean
}

function StatedFields({ stated, onChange }: { stated: Stated; onChange: (stated: Stated) => void }) {
  const choice = (name: 'subjectFiled' | 'domainFiled') => (
    <SelectField
      id={name}
      label={t(`filing.type.${name}`)}
      value={stated[name] === undefined ? '' : String(stated[name])}
      onChange={(event) => {
        const { [name]: _, ...others } = stated
        onChange(event.target.value === '' ? others : { ...others, [name]: event.target.value === 'true' })
      }}
    >
      <option value="">{t('choose')}</option>
      <option value="false">{t('filing.type.no')}</option>
      <option value="true">{t('filing.type.yes')}</option>
    </SelectField>
  )
  return (
    <>
      {choice('subjectFiled')}
      {stated.subjectFiled && (
        <TextField
          id="subjectNumber"
          label={t('filing.type.subjectNumber')}
          value={stated.subjectNumber ?? ''}
          onChange={(event) => onChange({ ...stated, subjectNumber: event.target.value })}
        />
      )}
      {choice('domainFiled')}
    </>
  )
}
