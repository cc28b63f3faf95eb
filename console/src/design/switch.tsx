import { Switch as AriaSwitch } from 'react-aria-components/Switch'

interface Props {
  label: string
  on: boolean
  disabled?: boolean
  onChange: (on: boolean) => void
}

export function Switch({ label, on, disabled = false, onChange }: Props) {
  return (
    <AriaSwitch className="switch-box" aria-label={label} isSelected={on} isDisabled={disabled} onChange={onChange}>
      <span className="switch" aria-hidden="true" />
    </AriaSwitch>
  )
}
