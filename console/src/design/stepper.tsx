import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { NumberField } from 'react-aria-components/NumberField'
import { t } from '../i18n/text.ts'

interface Props {
  label: string
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}

export function Stepper({ label, value, min, max, onChange }: Props) {
  return (
    <NumberField
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
  )
}
