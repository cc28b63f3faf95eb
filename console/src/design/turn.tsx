import type { Turn as Who } from '../api/types.ts'
import { t } from '../i18n/text.ts'

const seals: Record<Who, string> = { you: '你', we: '域', registry: '注', bureau: '管' }

/** Whose turn it is: the stamp is filled for the one who acts now, always beside the word. */
export function Turn({ who, now = false }: { who: Who; now?: boolean }) {
  return (
    <span className={now ? 'turn turn--now small' : 'turn small'}>
      <i aria-hidden="true">{seals[who]}</i>
      {t(now ? `turn.now.${who}` : `turn.later.${who}`)}
    </span>
  )
}
