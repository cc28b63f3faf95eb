import { paperKinds } from '../model/papers.ts'
import { type Accepted, choice, count, day, line, many, parts, yes } from './shape.ts'

/** What can be wrong with the picture of a paper, as the check of papers or an OCR tells. */
const paperFaults = [
  'unclear',
  'screen',
  'copy',
  'unclear-when-small',
  'watermark',
  'covered',
  'crease',
  'electronic',
] as const

export const paperShape = parts({
  kind: choice(...paperKinds),
  'type?': line,
  'bytes?': count,
  /** Of its clean picture, made as small as the interface wants. */
  'smallBytes?': count,
  'faults?': many(choice(...paperFaults), 10),
  'readName?': line,
  'readNumber?': line,
  'endsOn?': day,
  /** Province (full name) whose form it is; `other` where it is not one of ours. */
  'form?': line,
  'signed?': yes,
  'sealed?': yes,
  'fingerprint?': yes,
  'registrarNamed?': yes,
  'allDomains?': yes,
  /** What a screenshot shows. */
  'shows?': many(choice('domain', 'holder', 'kind', 'number'), 4),
  'seal?': line,
  /** Codes of the interface for its format and its use. */
  'codesFit?': yes,
  /** The use stated on it is that of the order. */
  'useFits?': yes,
})
export type PaperFacts = Accepted<typeof paperShape>

/** The check that the principal is who they are. */
export const checkShape = parts({
  'way?': choice('face', 'curtain', 'video', 'bureau-app'),
  'person?': choice('principal', 'other'),
  'name?': line,
  'number?': line,
  'background?': choice('white', 'curtain', 'other'),
  'light?': choice('good', 'dark', 'bright', 'glare'),
  'pose?': choice('straight', 'side', 'off-centre', 'cut'),
  'clothes?': choice('red', 'blue', 'other'),
  'takenOn?': day,
  'usedBefore?': yes,
  'curtainText?': choice('legible', 'unclear', 'mirrored', 'wrong'),
  'curtainEdge?': yes,
  'paperInHand?': choice('legible', 'unclear', 'none'),
  'province?': line,
  'phone?': line,
  'appTooOld?': yes,
  'live?': yes,
  'face?': choice('open', 'covered'),
  'seconds?': count,
  'silent?': yes,
})
export type CheckFacts = Accepted<typeof checkShape>

/** The ministry's code by SMS. */
export const smsShape = parts({
  'submittedOn?': day,
  'hoursSince?': count,
  'state?': choice('not-submitted', 'waiting', 'verified', 'timed-out'),
  'wrongCodes?': count,
  'code?': choice('fits', 'differs'),
  'phone?': line,
  'idTail?': line,
  'expectedIdTail?': line,
  'by?': choice('subject-principal', 'service-principal'),
  'othersWaiting?': yes,
  'filedPhoneInUse?': yes,
})
export type SmsFacts = Accepted<typeof smsShape>

/** Where the order is, and what is to be sent to the bureau. */
export const orderShape = parts({
  'state?': choice('draft', 'returned', 'reviewing', 'at-bureau', 'approved'),
  'returnedOn?': day,
  'submittedOn?': day,
  'approvedOn?': day,
  'changedOn?': day,
  'edits?': yes,
  'duplicateAtBureau?': yes,
  'recordFound?': yes,
  'severalRecords?': yes,
  'bureauOpinion?': line,
  'reviewCallMissed?': count,
  'bureauCallMissed?': yes,
})
export type OrderFacts = Accepted<typeof orderShape>

/** The bureau's interface, as the provider stands to it. */
export const interfaceShape = parts({
  'province?': line,
  'version?': line,
  'versionWanted?': line,
  'right?': yes,
  'lastSequence?': count,
  'sequence?': count,
  'schemaValid?': yes,
  'areaKnown?': yes,
  'codesMissing?': many(choice('nature', 'content', 'language', 'access', 'pre-approval'), 5),
  'password?': choice('right', 'wrong'),
})
