import { Button } from '../../design/button.tsx'
import { TextField } from '../../design/field.tsx'
import { t } from '../../i18n/text.ts'
import { type TypedTier, tierPrices } from './premium-tiers.ts'

interface Props {
  tiers: readonly TypedTier[] | null
  wrong: boolean
  onType: (tiers: readonly TypedTier[] | null) => void
}

/** The classes of dearer names at the registry, each with its prices. */
export function TierFields({ tiers, wrong, onType }: Props) {
  const rows = tiers ?? []
  const set = (key: number, part: Partial<TypedTier>) =>
    onType(rows.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const add = () => {
    const key = Math.max(-1, ...rows.map((row) => row.key)) + 1
    onType([...rows, { key, tier: '', register: '', renew: '', transfer: '', restore: '' }])
  }
  return (
    <fieldset className="tiers" id="value-premiumTiers" tabIndex={-1}>
      <legend className="lab">{t('operator.field.premiumTiers')}</legend>
      <p className="help">{t('operator.tierHelp')}</p>
      {wrong && <p className="err st st--fail">{t('operator.wrong.tiers')}</p>}
      {rows.map((row, index) => (
        <div className="tier" key={row.key}>
          <TextField
            id={`tier-${row.key}`}
            label={t('operator.tier.name', { count: index + 1 })}
            value={row.tier}
            maxLength={40}
            onChange={(event) => set(row.key, { tier: event.target.value })}
          />
          {tierPrices.map((price) => (
            <TextField
              key={price}
              id={`tier-${row.key}-${price}`}
              label={t(`operator.tier.${price}`)}
              inputMode="decimal"
              placeholder={t('prices.unknown')}
              value={row[price]}
              onChange={(event) => set(row.key, { [price]: event.target.value })}
            />
          ))}
          <Button
            size="s"
            look="text"
            aria-label={`${t('remove')} ${row.tier || index + 1}`}
            onClick={() => onType(rows.filter((other) => other.key !== row.key))}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
      <div className="acts">
        <Button size="s" onClick={add}>
          {t('operator.tierAdd')}
        </Button>
        <label className="tick">
          <input
            type="checkbox"
            checked={tiers === null}
            onChange={(event) => onType(event.target.checked ? null : [])}
          />
          <span>{t('prices.unknown')}</span>
        </label>
      </div>
    </fieldset>
  )
}
