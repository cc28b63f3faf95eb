import { Button } from 'react-aria-components/Button'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'

interface Props {
  label: string
  name: string
  items: { key: string; text: string }[]
  onChoose: (key: string) => void
}

export function Menu({ label, name, items, onChoose }: Props) {
  return (
    <MenuTrigger>
      <Button className="btn btn--s btn--text" aria-label={name}>
        {label}
      </Button>
      <Popover className="menu-pop" placement="bottom end">
        <AriaMenu className="menu-list" aria-label={name} onAction={(key) => onChoose(String(key))}>
          {items.map((item) => (
            <MenuItem key={item.key} id={item.key} className="menu-item">
              {item.text}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
