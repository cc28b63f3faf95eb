import {
  type CheckAnswer,
  type CheckTask,
  type CodeTableBook,
  type DownloadPart,
  type Profile,
  packFiles,
  type UnfiledSite,
  type UnfiledSiteHandling,
  type UploadName,
  type UploadRecords,
  uploadProblems,
  writeRecord,
} from '@yuming/miit'
import type { MadeAnswer, OutgoingAnswer } from '../../../modules/filing/ports.ts'
import { BureauCodes } from './bureau-codes.ts'
import { handlingWords } from './code-words.ts'

interface AnswerOptions {
  /** Of the document that asked. */
  readonly parts: readonly DownloadPart[]
  readonly profile: Profile
  readonly book: CodeTableBook
  readonly ispId: string
  /** Code of the bureau's province. */
  readonly bureau: string
}

/** The answer to what a document of a bureau asked (HSJG, WBACLJG): with what it sent itself, word for word. */
export function makeAnswer(outgoing: OutgoingAnswer, options: AnswerOptions): MadeAnswer {
  const codes = new BureauCodes(options.book, false)
  if (outgoing.kind === 'check-task') {
    const task = entryOf<CheckTask>(options.parts, 'check-tasks', ({ subject }) => subject.bureauId, outgoing.bureauId)
    return packed('check-answer', checkAnswer(task, outgoing, options), codes, options)
  }
  const site = entryOf<UnfiledSite>(options.parts, 'unfiled-sites', ({ bureauId }) => bureauId, outgoing.bureauId)
  return packed('unfiled-site-handling', handlingOf(site, outgoing, codes, options), codes, options)
}

function checkAnswer(task: CheckTask, { answer, by, on }: OutgoingAnswer, { ispId }: AnswerOptions): CheckAnswer {
  if (!('verdict' in answer)) throw new Error('a check is answered with a verdict')
  return {
    verdict: answer.verdict,
    checkedBy: by,
    checkedOn: on,
    unitId: ispId,
    opinion: answer.words,
    ...(answer.errors ? { errors: answer.errors } : {}),
    filing: {
      subject: task.subject,
      services: task.services,
    },
  }
}

function handlingOf(
  site: UnfiledSite,
  { answer, listedOn, dueOn }: OutgoingAnswer,
  codes: BureauCodes,
  { ispId, bureau }: AnswerOptions,
): UnfiledSiteHandling {
  if (!('outcome' in answer)) throw new Error('a site is answered with what was done')
  return {
    domain: site.domain,
    address: site.address,
    carrierId: site.carrierId,
    providerId: site.providerId ?? ispId,
    provinceId: site.provinceId ?? bureau,
    result: codes.of('unfiled-handling', handlingWords[answer.outcome], 'outcome'),
    opinion: answer.words,
    listedOn,
    dueOn,
  }
}

function packed<N extends UploadName>(
  name: N,
  record: UploadRecords[N],
  codes: BureauCodes,
  { profile, ispId }: AnswerOptions,
): MadeAnswer {
  const wire = codes.problems.length > 0 ? [] : uploadProblems(profile, name, record)
  const problems = [
    ...codes.problems,
    ...wire.map(({ field, says, code }) => ({ field, message: says, ours: code === 'unsupported' })),
  ]
  if (problems.length > 0) return { ok: false, problems }
  const [file] = packFiles(profile, name, [writeRecord(profile, name, record)], ispId)
  if (!file) throw new Error('one answer made no file')
  return { ok: true, xml: file.xml }
}

/** What a document says under an id. */
function entryOf<T>(
  parts: readonly DownloadPart[],
  name: DownloadPart['name'],
  idOf: (one: T) => unknown,
  id: string,
): T {
  const found = parts
    .flatMap((part) => (part.name === name ? (part.content as readonly T[]) : []))
    .find((one) => idOf(one) === id)
  if (!found) throw new Error(`the document has no ${name} of ${id}`)
  return found
}
