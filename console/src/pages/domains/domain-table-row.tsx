import type { DomainRow } from '../../api/types.ts'
import { NameParts } from '../../design/domain-name.tsx'
import { Menu } from '../../design/menu.tsx'
import { shapeOf } from '../../design/state.tsx'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { go } from '../../router/history.ts'
import { Link } from '../../router/link.tsx'
import { AutoRenew } from './auto-renew.tsx'

interface Props {
  item: DomainRow
  index: number
  measure: (element: Element | null) => void
  chosen: boolean
  onToggle: () => void
}

export function DomainTableRow({ item, index, measure, chosen, onToggle }: Props) {
  const { serviceState, daysLeft } = item
  return (
    <tr data-index={index} ref={measure} aria-rowindex={index + 2} className={chosen ? 'chosen' : undefined}>
      <td className="c-tick">
        <label className="tick">
          <input type="checkbox" checked={chosen} onChange={onToggle} />
          <span className="vh">{t('domains.choose', { name: item.name })}</span>
        </label>
      </td>
      <th scope="row">
        <Link className="dn" to="/domains/$name" params={{ name: item.name }} title={item.ascii}>
          <NameParts name={item.name} />
        </Link>
      </th>
      <td className="c-st">
        <Link className={`st st--${shapeOf(serviceState.shape)}`} to="/domains/$name" params={{ name: item.name }}>
          {sentence(serviceState.title)}
        </Link>
        {serviceState.next && <span className="todo">{sentence(serviceState.next)}</span>}
      </td>
      <td className="c-ex nowrap" data-l={t('domains.expiresShort')}>
        {item.expiresOn}
        {daysLeft < 100 && (
          <span className={daysLeft < 31 ? 'left left--hot' : 'left'}>
            {t(daysLeft < 0 ? 'domains.past' : 'domains.left', { count: Math.abs(daysLeft) })}
          </span>
        )}
      </td>
      <td className="c-au">
        <AutoRenew name={item.name} ascii={item.ascii} on={item.autoRenew} />
      </td>
      <td className="op">
        <Link
          className="btn btn--s btn--text"
          to="/domains/$name"
          params={{ name: item.name }}
          aria-label={`${t('domains.manage')} ${item.name}`}
        >
          {t('domains.manage')}
        </Link>
        <Link
          className="btn btn--s btn--text"
          to="/domains/$name"
          params={{ name: item.name }}
          hash="renew"
          aria-label={`${t('domains.renew')} ${item.name}`}
        >
          {t('domains.renew')}
        </Link>
        <Menu
          label={t('domains.more')}
          name={t('domains.moreOf', { name: item.name })}
          items={[
            { key: 'verification', text: t('domains.verification') },
            { key: 'holder', text: t('domains.holder') },
          ]}
          onChoose={(key) =>
            go({
              to: key === 'holder' ? '/domains/$name/holder' : '/domains/$name/verification',
              params: { name: item.name },
            })
          }
        />
      </td>
    </tr>
  )
}
