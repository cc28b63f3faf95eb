import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { put } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { certificatesQuery, templatesQuery, verificationQuery } from '../../api/queries.ts'
import type { Template } from '../../api/types.ts'
import { Failure } from '../../design/failure.tsx'
import { TextField } from '../../design/field.tsx'
import { sentences } from '../../design/sentences.ts'
import { Skeleton } from '../../design/skeleton.tsx'
import { State } from '../../design/state.tsx'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { NotFetched } from '../../shell/not-fetched.tsx'
import { KindField } from '../templates/kind-field.tsx'
import { kindsFor } from '../templates/kinds.ts'
import { homes, type TemplateField, type TemplateForm } from '../templates/template-shape.ts'
import { partsOf, templateToApi } from '../templates/template-to-api.ts'
import { formOf, ownEnglish } from '../templates/template-values.ts'
import { useHolderCheck } from '../templates/use-holder-check.ts'

type PaperForm = Pick<TemplateForm, 'kind' | 'number' | 'issuedOn' | 'endsOn'>

/** Kind, number and days of the paper where they can be seen beside the reason; kept when a field is left and nothing is against it. */
export function CorrectCertificate({ template, onSaved }: { template: Template; onSaved: () => Promise<unknown> }) {
  const cache = useQueryClient()
  const certificates = useQuery(certificatesQuery)
  const kept = formOf(template)
  const [form, setForm] = useState<PaperForm>(kept)
  const [problem, setProblem] = useState<unknown>(null)
  const [saved, setSaved] = useState(false)
  const whole = { ...kept, ...form }
  const own = ownEnglish({}, true)
  const typed = form.number.trim() !== ''
  const changed = typed || form.kind !== kept.kind || form.issuedOn !== kept.issuedOn || form.endsOn !== kept.endsOn
  // A number that stays away is that of before: only what was typed is looked at.
  const parts = partsOf(whole, own)
  const { findings } = useHolderCheck(typed ? parts : {})
  const told = problem instanceof ApiProblem && problem.findings.length > 0 ? problem.findings : findings
  const against = (field: TemplateField) =>
    told.find(({ field: at, severity }) => severity === 'refuse' && homes[at] === field)
  const wrong = (field: TemplateField) => {
    const finding = against(field)
    return finding && sentences(sentence(finding.message), sentence(finding.remedy))
  }
  const change = (part: Partial<PaperForm>) => {
    setSaved(false)
    setProblem(null)
    setForm((before) => ({ ...before, ...part }))
  }
  const save = async () => {
    // Another paper has another number.
    if (!changed || (form.kind !== kept.kind && !typed)) return
    try {
      await put(`templates/${template.id}`, templateToApi(whole, own))
      setSaved(true)
      setProblem(null)
      setForm((before) => ({ ...before, number: '' }))
      await Promise.all([
        cache.invalidateQueries({ queryKey: templatesQuery.queryKey }),
        cache.invalidateQueries({ queryKey: verificationQuery(template.id).queryKey }),
        onSaved(),
      ])
    } catch (refusal) {
      setProblem(refusal)
    }
  }
  if (certificates.isPending) return <Skeleton rows={2} />
  if (!certificates.data) return <NotFetched of={[certificates]} />
  const { here, elsewhere } = kindsFor(certificates.data.kinds, template.holderType, template.region)
  const dates = [...here, ...elsewhere].find(({ kind }) => kind === form.kind)?.dates
  const number = wrong('number')
  const sameKind = form.kind === kept.kind
  return (
    // What is left is kept: the group is left when the focus goes out of it.
    <fieldset
      className="plain"
      aria-label={t('nameCheck.paper')}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) void save()
      }}
    >
      <div className="field-row">
        <KindField
          {...{ here, elsewhere }}
          value={form.kind}
          onChange={(kind) => kind !== form.kind && change({ kind, issuedOn: '', endsOn: '' })}
          error={wrong('kind')}
          help={undefined}
        />
        <TextField
          id="correct-number"
          label={t('template.number')}
          value={form.number}
          onChange={({ target }) => change({ number: target.value })}
          error={number}
          placeholder={sameKind ? `••••${template.certificate.numberTail}` : ''}
          help={
            saved ? (
              <State shape="ok">{t('nameCheck.paperSaved')}</State>
            ) : typed && !number ? (
              t('nameCheck.numberFits')
            ) : (
              t(sameKind ? 'template.numberKeptHelp' : 'nameCheck.numberOfNew')
            )
          }
          className="mono"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
      </div>
      {(dates?.issued || dates?.ends) && (
        <div className="field-row">
          {dates.issued && (
            <TextField
              id="correct-issued"
              type="date"
              label={t('template.issuedOn')}
              optional={t('optional')}
              value={form.issuedOn}
              error={wrong('issuedOn')}
              onChange={({ target }) => change({ issuedOn: target.value })}
            />
          )}
          {dates.ends && (
            <TextField
              id="correct-ends"
              type="date"
              label={t('template.endsOn')}
              optional={t('optional')}
              help={t('template.endsOnHelp')}
              value={form.endsOn}
              error={wrong('endsOn')}
              onChange={({ target }) => change({ endsOn: target.value })}
            />
          )}
        </div>
      )}
      {problem !== null && !(['number', 'kind', 'issuedOn', 'endsOn'] as const).some(against) && (
        <Failure error={problem} />
      )}
    </fieldset>
  )
}
