import type { AttachedTo, Attachment } from '../../model/attachment.ts'
import { absent, contentOf, optional } from '../../shape/compose.ts'
import { type Body, type Part, record } from '../../shape/part.ts'
import type { Reading } from '../../shape/reading.ts'
import { base64, code, id, integer, oneOf, text } from '../../shape/scalars.ts'
import type { Writing } from '../../shape/writing.ts'
import { limits } from './limits.ts'

const what = oneOf('Ssdxlx', { 1: 'subject', 2: 'service' })

/** XZBA: the enterprise's own id, as a plain number. */
const byOwnId = record<AttachedTo>({ what, id: id('Ssdxbs'), bureauId: absent, filingNumber: absent })

/** Elsewhere: an element with the bureau's id or the filing number. */
const byNumber = (newServices: boolean): Body<AttachedTo> => ({
  write(value, to) {
    what.write(value.what, to)
    // A site that is new has no id of the bureau's yet, so its own one stands in that place.
    const ownId = newServices && value.what === 'service' ? value.id : undefined
    to.inside('Ssdxbs', () => {
      if (ownId !== undefined) to.at('id', () => id('Jlid').write(ownId, to))
      else if (value.bureauId !== undefined) to.at('bureauId', () => id('Jlid').write(value.bureauId, to))
      else to.at('filingNumber', () => text('Baxh', 1, 128).write(value.filingNumber, to))
    })
  },
  read(from) {
    const kind = what.read(from)
    const numbers = from.into(from.required('Ssdxbs'))
    const filingNumber = optional(text('Baxh', 1, 128)).read(numbers)
    const recordId = filingNumber === undefined ? id('Jlid').read(numbers) : undefined
    numbers.close()
    if (filingNumber !== undefined) return { what: kind, filingNumber }
    if (recordId === undefined) return { what: kind }
    return newServices && kind === 'service' ? { what: kind, id: recordId } : { what: kind, bureauId: recordId }
  },
})

const element = (tag: string, body: Body<AttachedTo>): Part<AttachedTo> => ({
  write(value, to) {
    if (value === undefined) to.missing()
    else to.inside(tag, () => body.write(value, to))
  },
  read: (from) => contentOf(from.into(from.required(tag)), body),
})

const content: Part<Uint8Array> = base64('Fjnr')

const attachmentOf = (of: Body<AttachedTo>): Body<Attachment> => {
  const members = record<Attachment>({
    format: integer('Fjwjgs', 1),
    purpose: code('Fjyt', Number.MAX_SAFE_INTEGER),
    content,
    of: element('Fjssdx', of),
    remark: optional(text('Bz', 1, 256)),
  })
  return {
    write(value, to) {
      members.write(value, to)
      checkSize(value, to)
    },
    read: (from: Reading) => members.read(from),
  }
}

function checkSize({ content: bytes, purpose }: Attachment, to: Writing): void {
  const sheet = limits.verificationSheetPurposes.includes(purpose)
  const limit = sheet ? limits.verificationSheetBase64 : limits.attachmentBase64
  const size = Math.ceil(bytes.length / 3) * 4
  if (size > limit)
    to.at('content', () =>
      to.problem(
        'too-large',
        {
          zh: `附件编码后 ${size} 字节，上限 ${limit}，请先压缩`,
          en: `The attachment has ${size} bytes in base64 and the limit is ${limit}: make it smaller first`,
        },
        5010,
      ),
    )
}

export const attachmentByOwnId = attachmentOf(byOwnId)
export const attachmentByNumber = attachmentOf(byNumber(false))
export const attachmentOfNewService = attachmentOf(byNumber(true))

/** One `Fj` holds exactly one `Fjxx`; `Fj` repeats. */
export function attachments(body: Body<Attachment>): Part<readonly Attachment[]> {
  return {
    write(all = [], to) {
      for (const [index, value] of all.entries())
        to.at(index, () => to.inside('Fj', () => to.inside('Fjxx', () => body.write(value, to))))
    },
    read: (from) =>
      from.many('Fj').map((outer, index) => {
        const inside = from.into(outer, index)
        const value = contentOf(inside.into(inside.required('Fjxx')), body)
        inside.close()
        return value
      }),
  }
}
