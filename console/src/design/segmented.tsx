import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'

interface Props<Value extends string> {
  label: string
  value: Value | null
  options: { value: Value; text: string }[]
  onChange: (value: Value) => void
}

export function Segmented<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  return (
    <RadioGroup
      className="seg"
      aria-label={label}
      value={value}
      onChange={(next) => onChange(next as Value)}
      orientation="horizontal"
    >
      <div className="seg-group">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="seg-item">
            {option.text}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
