import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post } from '../../../api/client.ts'
import type { DiscountKind } from '../../../api/types.ts'
import { Button } from '../../../design/button.tsx'
import { Dialog } from '../../../design/dialog.tsx'
import { Failure } from '../../../design/failure.tsx'
import { SelectField, TextField } from '../../../design/field.tsx'
import { toast } from '../../../design/toast.tsx'
import { t } from '../../../i18n/text.ts'
import { go } from '../../../router/history.ts'
import { catalogChanged } from '../catalog-changed.ts'
import type { Operated } from './promotion-queries.ts'
import { emptyTerms, kinds, type TypedTerms, termsFrom, typedOf } from './typed-terms.ts'

interface Props {
  today: string
  /** The one whose terms change from a day on; absent: a new one. */
  promotion?: Operated
  onClose: () => void
}

const languages = ['zh', 'en'] as const

/** What a promotion gives, to whom, when and how often. */
export function TermsForm({ today, promotion, onClose }: Props) {
  const cache = useQueryClient()
  const [typed, setTyped] = useState<TypedTerms>(() =>
    promotion?.now ? typedOf(promotion.now, today) : emptyTerms(today),
  )
  const [product, setProduct] = useState<Operated['product']>(promotion?.product ?? 'register')
  const [byCode, setByCode] = useState(promotion?.byCode ?? false)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const { terms, wrong } = termsFrom(typed, today)
  const set = (more: Partial<TypedTerms>) => setTyped({ ...typed, ...more })
  const errorOf = (field: string) => (tried ? wrong.find((one) => one.field === field)?.text : undefined)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setRefusal(null)
    if (!terms) return document.getElementById(`promotion-${wrong[0]?.field}`)?.focus()
    setBusy(true)
    try {
      if (promotion) await post(`operator/promotions/${promotion.id}/terms`, terms)
      const made = promotion ?? (await post<{ id: string }>('operator/promotions', { ...terms, product, byCode }))
      await catalogChanged(cache)
      toast(t('promotions.saved'))
      onClose()
      if (!promotion) go({ to: '/operator/promotions/$id', params: { id: made.id } })
    } catch (problem) {
      setRefusal(problem)
      setBusy(false)
    }
  }
  return (
    <Dialog title={t(promotion ? 'promotions.change' : 'promotions.add')} open alert onClose={onClose}>
      <form className="stack" onSubmit={save} noValidate>
        {refusal !== null && <Failure error={refusal} />}
        <p className="soft small">{t(promotion ? 'promotions.changeWhy' : 'promotions.addWhy')}</p>
        <div className="field-row">
          {languages.map((lang) => (
            <TextField
              key={lang}
              id={`promotion-title-${lang}`}
              label={t(`promotions.title.${lang}`)}
              lang={lang === 'zh' ? 'zh-CN' : 'en'}
              maxLength={lang === 'zh' ? 60 : 120}
              value={typed.title[lang]}
              error={errorOf(`title-${lang}`)}
              onChange={(event) => set({ title: { ...typed.title, [lang]: event.target.value } })}
            />
          ))}
        </div>
        {!promotion && (
          <div className="field-row">
            <SelectField
              id="promotion-product"
              label={t('promotions.product')}
              value={product}
              onChange={(event) => setProduct(event.target.value as Operated['product'])}
            >
              <option value="register">{t('promotions.product.register')}</option>
              <option value="renew">{t('promotions.product.renew')}</option>
            </SelectField>
            <SelectField
              id="promotion-way"
              label={t('promotions.way')}
              value={byCode ? 'code' : 'all'}
              onChange={(event) => setByCode(event.target.value === 'code')}
            >
              <option value="all">{t('promotions.way.all')}</option>
              <option value="code">{t('promotions.way.code')}</option>
            </SelectField>
          </div>
        )}
        <TextField
          id="promotion-suffixes"
          label={t('promotions.suffixes')}
          optional={t('optional')}
          help={t('promotions.suffixesHelp')}
          value={typed.suffixes}
          onChange={(event) => set({ suffixes: event.target.value })}
        />
        <div className="field-row">
          <SelectField
            id="promotion-kind"
            label={t('promotions.kind')}
            value={typed.kind}
            onChange={(event) => set({ kind: event.target.value as DiscountKind })}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`promotions.kind.${kind}`)}
              </option>
            ))}
          </SelectField>
          <TextField
            id="promotion-value"
            label={t(typed.kind === 'percent' ? 'promotions.percent' : 'promotions.yuan')}
            inputMode="decimal"
            autoComplete="off"
            value={typed.value}
            error={errorOf('value')}
            onChange={(event) => set({ value: event.target.value })}
          />
        </div>
        <div className="field-row">
          <TextField
            id="promotion-from"
            type="date"
            min={today}
            label={t('operator.from')}
            value={typed.from}
            error={errorOf('from')}
            onChange={(event) => set({ from: event.target.value })}
          />
          <TextField
            id="promotion-until"
            type="date"
            min={typed.from}
            label={t('operator.until')}
            optional={t('optional')}
            help={t('promotions.untilHelp')}
            value={typed.until}
            error={errorOf('until')}
            onChange={(event) => set({ until: event.target.value })}
          />
        </div>
        <div className="field-row">
          <TextField
            id="promotion-most"
            label={t('promotions.mostUses')}
            optional={t('optional')}
            help={t('promotions.usesHelp')}
            inputMode="numeric"
            value={typed.mostUses}
            error={errorOf('most')}
            onChange={(event) => set({ mostUses: event.target.value })}
          />
          <TextField
            id="promotion-each"
            label={t('promotions.mostUsesEach')}
            optional={t('optional')}
            inputMode="numeric"
            value={typed.mostUsesEach}
            error={errorOf('each')}
            onChange={(event) => set({ mostUsesEach: event.target.value })}
          />
        </div>
        <label className="tick">
          <input
            type="checkbox"
            checked={typed.firstOrderOnly}
            onChange={(event) => set({ firstOrderOnly: event.target.checked })}
          />
          {t('promotions.firstOrderOnly')}
        </label>
        <TextField
          id="promotion-note"
          label={t('operator.note')}
          help={t('promotions.noteHelp')}
          maxLength={500}
          value={typed.note}
          error={errorOf('note')}
          onChange={(event) => set({ note: event.target.value })}
        />
        <div className="acts">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="ink" type="submit" disabled={busy}>
            {busy ? t('signIn.busy') : t('promotions.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
