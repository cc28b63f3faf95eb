import type { Finding } from '../../api/types.ts'
import { State } from '../../design/state.tsx'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'

/** What every photograph is looked at for, by the rules that tell of it. */
const looked = [
  { key: 'edges', rules: /^PAPER-BORDER/ },
  { key: 'sharp', rules: /^PAPER-(BLUR|BLANK)/ },
  { key: 'light', rules: /^PAPER-LIGHT/ },
  { key: 'colour', rules: /^PAPER-GREY/ },
  { key: 'mirror', rules: /^PAPER-MIRROR/ },
  { key: 'size', rules: /^PAPER-(BYTES|PIXELS|TYPE|FRAMES|HIDDEN|CLEAN)/ },
] as const

/** Each check of a photograph with its outcome, in words: what is well is said too. */
export function PaperChecks({ findings }: { findings: Finding[] }) {
  // A file that cannot be opened has not been looked at for anything else.
  const unread = findings.some(({ rule, severity }) => severity === 'refuse' && /^PAPER-(TYPE|BYTES|HIDDEN)/.test(rule))
  return (
    <ul className="checks" aria-label={t('identity.checks')}>
      {looked.flatMap(({ key, rules }) => {
        const found = findings.filter(({ rule }) => rules.test(rule))
        if (found.length > 0)
          return found.map((finding) => (
            <li key={finding.rule}>
              <State shape={shapeOf(finding)}>{sentence(finding.message)}</State>
              <small>{sentence(finding.remedy)}</small>
            </li>
          ))
        return unread
          ? []
          : [
              <li key={key}>
                <State shape="ok">{t(`identity.check.${key}`)}</State>
              </li>,
            ]
      })}
    </ul>
  )
}

function shapeOf({ severity }: Finding) {
  if (severity === 'refuse') return 'fail'
  return severity === 'advise' ? 'you' : 'todo'
}
