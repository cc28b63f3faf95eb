import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { FieldError } from 'react-aria-components/FieldError'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import type { OfferedKind } from '../../api/types.ts'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { named } from './kinds.ts'
import './kind-field.css'

interface Props {
  here: OfferedKind[]
  elsewhere: OfferedKind[]
  value: string
  onChange: (kind: string) => void
  error: string | undefined
  help: ReactNode
}

/** Which paper it is: chosen from a list, or found by typing part of its name in either language. */
export function KindField({ here, elsewhere, value, onChange, error, help }: Props) {
  const byTitle = new Map([...here, ...elsewhere].map((kind) => [pick(kind.title), kind]))
  const section = (name: 'here' | 'elsewhere', kinds: OfferedKind[]) => (
    <ListBoxSection id={name} className="combo-part">
      <Header className="combo-head">{t(`template.kind.${name}`)}</Header>
      {kinds.map(({ kind, title }) => (
        <ListBoxItem key={kind} id={kind} textValue={pick(title)} className="menu-item">
          {pick(title)}
        </ListBoxItem>
      ))}
    </ListBoxSection>
  )
  return (
    <ComboBox
      id="kind"
      className="field combo"
      selectedKey={value}
      onSelectionChange={(key) => key !== null && onChange(String(key))}
      isInvalid={error !== undefined}
      menuTrigger="focus"
      allowsEmptyCollection
      defaultFilter={(title, typed) => {
        const kind = byTitle.get(title)
        return kind !== undefined && named(kind, typed)
      }}
    >
      <Label className="lab">{t('template.kind')}</Label>
      <div className="combo-box">
        <Input
          className="in"
          onClick={({ currentTarget }) => {
            // What is chosen gives way to what is typed; what is being typed stays.
            if (byTitle.has(currentTarget.value)) currentTarget.select()
          }}
        />
        <Button className="combo-open" />
      </div>
      {help && (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
      <FieldError className="err st st--fail">{error}</FieldError>
      <Popover className="menu-pop combo-pop">
        <ListBox className="menu-list" renderEmptyState={() => <p className="combo-none">{t('template.kind.none')}</p>}>
          {here.length > 0 && section('here', here)}
          {elsewhere.length > 0 && section('elsewhere', elsewhere)}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
