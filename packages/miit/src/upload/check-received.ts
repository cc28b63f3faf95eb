import { dataMeaning } from '../codes/meaning.ts'
import type { ResultCode } from '../model/results.ts'
import type { Profile } from '../profile/profile.ts'
import type { UploadName, UploadRecords } from '../profile/upload-kind.ts'
import { XmlRejected } from '../xml/rejected.ts'
import { type ReceivedUpload, readUpload } from './read-upload.ts'
import { uploadProblems } from './write-record.ts'

/** What a bureau makes of a file that it took in, before anybody reviews it. */
export type CheckedUpload =
  /** Nothing of the file is processed. */
  | { readonly refused: ResultCode; readonly detail: string }
  | { readonly upload: ReceivedUpload; readonly codes: readonly (readonly ResultCode[])[] }

/**
 * The order of section 4: version (5004), schema (5001), unit (5003), then codes for each record; none for a record
 * means that it goes to review.
 */
export function checkReceived(
  profile: Profile,
  bytes: Uint8Array,
  { unitId, fileName }: { readonly unitId: string; readonly fileName: string },
): CheckedUpload {
  const refuse = (code: number, detail: string, description = dataMeaning(profile.codes, code).zh) => ({
    refused: { code, description: description.slice(0, 255) },
    detail,
  })
  let upload: ReceivedUpload
  try {
    upload = readUpload(profile, bytes)
  } catch (error) {
    if (!(error instanceof XmlRejected)) throw error
    return refuse(5001, error.message, fileName)
  }
  if (upload.version !== profile.version)
    return refuse(5004, upload.version, `${dataMeaning(profile.codes, 5004).zh}，当前为 ${profile.version}`)
  const [broken] = [...upload.setAside, ...upload.unknown]
  if (broken) return refuse(5001, broken.at, fileName)
  const found = (upload.records as readonly UploadRecords[UploadName][]).map((record) =>
    uploadProblems(profile, upload.name, record),
  )
  const against = found.flat().find(({ wouldBe }) => wouldBe === undefined)
  if (against) return refuse(5001, `${against.field}: ${against.says.en}`, fileName)
  if (upload.unitId !== unitId) return refuse(5003, upload.unitId)
  return { upload, codes: found.map((problems) => codesOf(profile, problems)) }
}

function codesOf(profile: Profile, problems: ReturnType<typeof uploadProblems>): ResultCode[] {
  const codes = new Set(problems.flatMap(({ wouldBe }) => wouldBe ?? []))
  return [...codes].map((code) => ({ code, description: dataMeaning(profile.codes, code).zh }))
}
