import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Input } from 'react-aria-components/Input'
import { NumberField } from 'react-aria-components/NumberField'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/text.ts'

interface Props {
  label: string
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}

const years: Intl.NumberFormatOptions = { style: 'unit', unit: 'year', unitDisplay: 'long' }

export function Stepper({ label, value, min, max, onChange }: Props) {
  return (
    <I18nProvider locale={locale() === 'zh' ? 'zh-CN' : 'en-GB'}>
      <NumberField
        formatOptions={years}
        aria-label={label}
        value={value}
        minValue={min}
        maxValue={max}
        onChange={(next) => Number.isInteger(next) && onChange(next)}
      >
        <Group className="step">
          <Button slot="decrement" aria-label={t('step.less')}>
            −
          </Button>
          <Input />
          <Button slot="increment" aria-label={t('step.more')}>
            ＋
          </Button>
        </Group>
      </NumberField>
    </I18nProvider>
  )
}
