import { missingCapabilities, missingKind } from '../profile/capabilities.ts'
import type { Profile } from '../profile/profile.ts'
import type { UploadName, UploadRecords } from '../profile/upload-kind.ts'
import type { Problem } from '../shape/problem.ts'
import { Writing } from '../shape/writing.ts'
import { UploadRefused } from './refused.ts'

/** Everything that this version of the interface would not take of a record. Empty: it can be uploaded. */
export function uploadProblems<N extends UploadName>(profile: Profile, name: N, record: UploadRecords[N]): Problem[] {
  return written(profile, name, record).problems
}

/**
 * One record in the bytes of the wire.
 * @throws UploadRefused with every problem and its field
 */
export function writeRecord<N extends UploadName>(profile: Profile, name: N, record: UploadRecords[N]): Buffer {
  const { to, problems } = written(profile, name, record)
  if (problems.length > 0) throw new UploadRefused(problems)
  return to.bytes
}

function written<N extends UploadName>(
  profile: Profile,
  name: N,
  record: UploadRecords[N],
): { to: Writing; problems: Problem[] } {
  const to = new Writing()
  const kind = profile.uploads[name]
  if (!kind) return { to, problems: [missingKind(profile, name)] }
  const missing = missingCapabilities(profile, record)
  if (missing.length > 0) return { to, problems: missing }
  to.inside(kind.recordTag, () => kind.body.write(record, to))
  for (const rule of kind.rules ?? []) rule(record, to)
  return { to, problems: eachOnce(to.problems) }
}

/** A rule may say again what the schema says; one field needs one sentence. */
function eachOnce(problems: readonly Problem[]): Problem[] {
  const seen = new Map<string, Problem>()
  for (const problem of problems) {
    const key = `${problem.field} ${problem.code}`
    const before = seen.get(key)
    if (!before || (before.wouldBe === undefined && problem.wouldBe !== undefined)) seen.set(key, problem)
  }
  return [...seen.values()]
}
