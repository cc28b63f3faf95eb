import type { Sealed } from '../payload/seal.ts'
import type { XmlElement } from '../xml/element.ts'
import { parseXml } from '../xml/parse.ts'
import { XmlRejected } from '../xml/rejected.ts'
import { escapeAttribute, escapeText } from '../xml/write.ts'

/** What every method answers: the text in the `return` of the SOAP message. */
export interface Answer {
  readonly code: number
  readonly message: string
}

export interface UploadAnswer extends Answer {
  /** With code 14: the numbers that are missing at the bureau. */
  readonly missing?: readonly number[]
}

export interface SealedFile extends Sealed {
  /** `return_FileName`: what the acknowledgement names. */
  readonly fileName: string
}

export interface DownloadAnswer extends Answer {
  readonly file?: SealedFile
}

export interface PreviousUpload {
  /** 0: nothing was ever uploaded. */
  readonly sequence: number
  readonly beianInfoHash: string
  readonly fileName: string
}

export interface PreviousUploadAnswer extends Answer {
  readonly previous?: PreviousUpload
}

export interface FilingStatus {
  readonly filed: boolean
  readonly subjectNumber?: string
  readonly serviceNumber?: string
  readonly serviceName?: string
}

export interface FilingStatusAnswer extends Answer {
  readonly status?: FilingStatus
}

export interface PasswordAnswer extends Answer {
  readonly right?: boolean
}

const child = (element: XmlElement, name: string): XmlElement | undefined => {
  const found = element.children.filter((candidate) => candidate.name === name)
  if (found.length > 1) throw new XmlRejected('duplicate', `${element.name} has ${name} ${found.length} times`)
  return found[0]
}
const textOf = (element: XmlElement | undefined, name: string): string | undefined =>
  element && (child(element, name)?.text.trim() || undefined)

function number(text: string | undefined, name: string): number {
  if (text === undefined || !/^\d{1,15}$/.test(text)) throw new XmlRejected('value', `${name} is no number`)
  return Number(text)
}

/** `version` is absent in the document's examples and required by its schema: both are read. */
function open(text: string): { root: XmlElement; answer: Answer } {
  const root = parseXml(text.trim())
  if (root.name !== 'return') throw new XmlRejected('missing', `the answer is ${root.name}, not return`)
  const code = number(textOf(root, 'msg_code'), 'msg_code')
  // The schema pads it to 256 characters.
  return { root, answer: { code, message: textOf(root, 'msg') ?? '' } }
}

export function readPlainAnswer(text: string): Answer {
  return open(text).answer
}

export function readUploadAnswer(text: string): UploadAnswer {
  const { root, answer } = open(text)
  const missing = child(root, 'dataSequences')
    ?.children.filter(({ name }) => name === 'dataSequence')
    .map((element) => number(element.text.trim(), 'dataSequence'))
  return missing?.length ? { ...answer, missing } : answer
}

function sealedIn(info: XmlElement): SealedFile | undefined {
  const fileName = textOf(info, 'return_FileName')
  const beianInfo = textOf(info, 'beianInfo')
  if (fileName === undefined || beianInfo === undefined) return undefined
  return {
    fileName,
    beianInfo,
    beianInfoHash: textOf(info, 'beianInfoHash') ?? '',
    hashAlgorithm: number(textOf(info, 'hashAlgorithm'), 'hashAlgorithm'),
    compressionFormat: number(textOf(info, 'compressionFormat'), 'compressionFormat'),
    encryptAlgorithm: number(textOf(info, 'encryptAlgorithm'), 'encryptAlgorithm'),
  }
}

export function readDownloadAnswer(text: string): DownloadAnswer {
  const { root, answer } = open(text)
  const info = child(root, 'fileInfos')
  const file = info && sealedIn(info)
  return file ? { ...answer, file } : answer
}

export function readPreviousUploadAnswer(text: string): PreviousUploadAnswer {
  const { root, answer } = open(text)
  const info = child(root, 'fileInfos')
  if (!info) return answer
  return {
    ...answer,
    previous: {
      sequence: number(textOf(info, 'dataSequence'), 'dataSequence'),
      beianInfoHash: textOf(info, 'beianInfoHash') ?? '',
      fileName: textOf(info, 'return_FileName') ?? '',
    },
  }
}

export function readFilingStatusAnswer(text: string): FilingStatusAnswer {
  const { root, answer } = open(text)
  const info = child(root, 'StatusInfo')
  if (!info) return answer
  const state = textOf(info, 'Bazt')
  if (state !== '0' && state !== '1') throw new XmlRejected('value', 'Bazt is neither 0 nor 1')
  const subjectNumber = textOf(info, 'Ztbah')
  const serviceNumber = textOf(info, 'Wzbah')
  const serviceName = textOf(info, 'Wzmc')
  return {
    ...answer,
    status: {
      filed: state === '0',
      ...(subjectNumber === undefined ? {} : { subjectNumber }),
      ...(serviceNumber === undefined ? {} : { serviceNumber }),
      ...(serviceName === undefined ? {} : { serviceName }),
    },
  }
}

/** No schema of it was ever published: 0 is right, 1 is wrong. */
export function readPasswordAnswer(text: string): PasswordAnswer {
  const { root, answer } = open(text)
  const found = textOf(root, 'VerifyRes')
  if (found === undefined) return answer
  if (found !== '0' && found !== '1') throw new XmlRejected('value', 'VerifyRes is neither 0 nor 1')
  return { ...answer, right: found === '0' }
}

const element = (tag: string, value: string | number): string => `<${tag}>${escapeText(String(value))}</${tag}>`

function writeAnswer(version: string, { code, message }: Answer, content = ''): string {
  return `<?xml version="1.0" encoding="GBK"?><return version="${escapeAttribute(version)}">${element('msg_code', code)}${element('msg', message)}${content}</return>`
}

export const writePlainAnswer = (version: string, answer: Answer): string => writeAnswer(version, answer)

export function writeUploadAnswer(version: string, answer: UploadAnswer): string {
  const missing = answer.missing?.map((sequence) => element('dataSequence', sequence)).join('')
  return writeAnswer(version, answer, missing ? `<dataSequences>${missing}</dataSequences>` : '')
}

export function writeDownloadAnswer(version: string, { file, ...answer }: DownloadAnswer): string {
  if (!file) return writeAnswer(version, answer)
  return writeAnswer(
    version,
    answer,
    `<fileInfos>${element('hashAlgorithm', file.hashAlgorithm)}${element('compressionFormat', file.compressionFormat)}${element('encryptAlgorithm', file.encryptAlgorithm)}${element('return_FileName', file.fileName)}${element('beianInfo', file.beianInfo)}${element('beianInfoHash', file.beianInfoHash)}</fileInfos>`,
  )
}

export function writePreviousUploadAnswer(
  version: string,
  { previous, ...answer }: PreviousUploadAnswer,
  file?: Sealed,
): string {
  if (!previous) return writeAnswer(version, answer)
  return writeAnswer(
    version,
    answer,
    `<fileInfos>${element('hashAlgorithm', 0)}${element('compressionFormat', 0)}${element('encryptAlgorithm', file?.encryptAlgorithm ?? 0)}${element('dataSequence', previous.sequence)}${element('return_FileName', previous.fileName)}${element('beianInfo', file?.beianInfo ?? '')}${element('beianInfoHash', previous.beianInfoHash)}</fileInfos>`,
  )
}

export function writeFilingStatusAnswer(
  version: string,
  { status, ...answer }: FilingStatusAnswer,
  asked: { readonly type: number; readonly value: string },
): string {
  if (!status) return writeAnswer(version, answer)
  const byDomain = asked.type === 0
  const { filed, serviceName, subjectNumber, serviceNumber } = status
  return writeAnswer(
    version,
    answer,
    `<StatusInfo>${element('Cxtjlx', asked.type)}${element('Cxtj', asked.value)}${filed && byDomain && serviceName ? element('Wzmc', serviceName) : ''}${filed && subjectNumber ? element('Ztbah', subjectNumber) : ''}${filed && byDomain && serviceNumber ? element('Wzbah', serviceNumber) : ''}${element('Bazt', filed ? 0 : 1)}</StatusInfo>`,
  )
}

export function writePasswordAnswer(version: string, { right, ...answer }: PasswordAnswer): string {
  return writeAnswer(version, answer, right === undefined ? '' : element('VerifyRes', right ? 0 : 1))
}
