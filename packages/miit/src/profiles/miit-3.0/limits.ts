import type { Limits } from '../../profile/profile.ts'

export const limits: Limits = {
  xmlBytes: 50 * 1024 * 1024,
  recordsPerFile: 1000,
  // "After base64" in the wording of the document: the text is measured, not the picture.
  attachmentBase64: 100_000,
  verificationSheetBase64: 150_000,
  // Seen in practice; the document leaves the table of purposes to the bureau.
  verificationSheetPurposes: [1],
}
