import type { Identity, Template } from '../../api/types.ts'
import { type Shape, State } from '../../design/state.tsx'
import { t } from '../../i18n/text.ts'

const shapes: Record<Identity, Shape> = { unverified: 'todo', reviewing: 'run', verified: 'ok', failed: 'fail' }

export function TemplateBadges({ template }: { template: Template }) {
  return (
    <span className="tags">
      <State tag shape={template.emailVerified ? 'ok' : 'you'}>
        {t(template.emailVerified ? 'template.emailVerified' : 'template.emailUnverified')}
      </State>
      <State tag shape={shapes[template.identity]}>
        {t(`template.identity.${template.identity}`)}
      </State>
    </span>
  )
}
