import type { Domain } from '../../api/types.ts'
import { State } from '../../design/state.tsx'
import { t } from '../../i18n/text.ts'

const locks = [
  { key: 'transfer', statuses: ['clientTransferProhibited'] },
  { key: 'update', statuses: ['clientUpdateProhibited'] },
  {
    key: 'registry',
    statuses: ['serverTransferProhibited', 'serverUpdateProhibited', 'serverDeleteProhibited'],
  },
] as const

/** The three locks (转移锁、更新锁、注册局锁), as the registry's statuses have them. */
export function Locks({ statuses }: { statuses: Domain['registration']['statuses'] }) {
  return (
    <section className="panel">
      <h2>{t('locks.title')}</h2>
      <dl className="locks">
        {locks.map(({ key, statuses: wanted }) => {
          const on = wanted.some((status) => statuses.includes(status))
          return (
            <div key={key}>
              <dt>
                {t(`locks.${key}`)}
                <small>{t(`locks.${key}Why`)}</small>
              </dt>
              <dd>
                <State shape={on ? 'lock' : 'off'}>{t(on ? 'locks.on' : 'locks.off')}</State>
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
