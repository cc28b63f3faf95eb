import { t } from '../../i18n/text.ts'

interface Props {
  value: number
  onChange: (years: number) => void
  /** Its own label, where no words stand beside it. */
  label?: string
  id?: string
}

export function YearsSelect({ value, onChange, label, id }: Props) {
  return (
    <select
      className="sel sel--s"
      id={id}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {Array.from({ length: 10 }, (_, index) => index + 1).map((years) => (
        <option key={years} value={years}>
          {t('years', { count: years })}
        </option>
      ))}
    </select>
  )
}
