import { ApiProblem } from '../api/problem.ts'
import { t } from '../i18n/text.ts'
import { Button } from './button.tsx'
import { Cite } from './cite.tsx'
import { Note } from './note.tsx'
import { sentenceOf } from './sentence-of.ts'

export function Failure({ error, again }: { error: unknown; again?: () => void }) {
  const findings = error instanceof ApiProblem ? error.findings : []
  return (
    <Note tone="fail">
      <p>
        <b>{sentenceOf(error)}</b>
      </p>
      {findings.map((finding) => (
        <Cite key={finding.rule + finding.field} finding={finding} />
      ))}
      {error instanceof ApiProblem && error.status !== 0 && (
        <p className="small muted">
          <code>{error.code}</code>
        </p>
      )}
      {again && !settled(error) && (
        <Button size="s" onClick={again}>
          {t('again')}
        </Button>
      )}
    </Note>
  )
}

/** A refusal that asking again would only repeat. */
function settled(error: unknown): boolean {
  return error instanceof ApiProblem && [400, 403, 404, 409, 410, 422].includes(error.status)
}
