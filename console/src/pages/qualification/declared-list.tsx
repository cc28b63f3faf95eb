import type { Declared } from '../../api/qualification.ts'
import { longDate } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'

/** What was said of the papers. */
export function DeclaredList({ declared }: { declared: Declared }) {
  const rows =
    declared.kind === 'trademark'
      ? ([
          ['number', declared.number],
          ['owner', declared.owner],
          ['mark', declared.mark],
          ['class', t('qualification.classOf', { class: declared.class })],
          ['endsOn', longDate(declared.endsOn)],
        ] as const)
      : declared.kind === 'licence'
        ? ([
            ['licensee', declared.licensee],
            ['document', declared.document],
          ] as const)
        : ([
            ...(declared.kind === 'government'
              ? ([
                  ['govClass', t(`qualification.govClass.${declared.govClass}`)],
                  ['unit', declared.unit],
                ] as const)
              : []),
            ['organisation', declared.organisation],
            ['document', declared.document],
          ] as const)
  return (
    <dl className="facts">
      {rows.map(([key, value]) => (
        <div key={key}>
          <dt>{t(`qualification.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
