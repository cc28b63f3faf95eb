import { messageMeaning } from '../codes/meaning.ts'
import { PayloadRejected, type PayloadRejectedBecause } from '../payload/rejected.ts'
import { type Sealed, seal, unseal } from '../payload/seal.ts'
import type { Method } from '../profile/wsdl-names.ts'
import {
  writeDownloadAnswer,
  writeFilingStatusAnswer,
  writePasswordAnswer,
  writePlainAnswer,
  writePreviousUploadAnswer,
  writeUploadAnswer,
} from '../soap/answer.ts'
import { type CallHead, checkCall } from './check-call.ts'
import type { BureauAccount, BureauServerOptions } from './options.ts'

/** Parameters by their names in the profile, as text. */
export type Parameters = Readonly<Record<string, string>>
type Answering = (parameters: Parameters, address: string) => Promise<string>

const codeOf: Readonly<Record<PayloadRejectedBecause, number>> = {
  algorithm: 9,
  base64: 6,
  decryption: 6,
  hash: 7,
  zip: 8,
  entries: 17,
  'entry-name': 8,
  'too-large': 18,
}

/** The six methods of a bureau over its store. */
export function bureauMethods(options: BureauServerOptions): Readonly<Record<Method, Answering>> {
  const { profile, store, controls } = options
  const { version } = profile
  const largestXml = options.limits?.xmlBytes ?? profile.limits.xmlBytes
  const mostWaiting = options.limits?.waitingFiles ?? 100
  let redelivered = 0

  const answer = (code: number, detail = '') => {
    const message = `${messageMeaning(profile.codes, code).zh}${detail}`
    return { code, message: profile.quirks.messageLength256 ? message.padEnd(256) : message }
  }
  const plain = (code: number, detail?: string) => writePlainAnswer(version, answer(code, detail))

  /** Runs what a caller may do, or answers why not. */
  const allowed =
    (use: 'upload' | 'download' | 'query', act: (account: BureauAccount, parameters: Parameters) => Promise<string>) =>
    async (parameters: Parameters, address: string): Promise<string> => {
      const head: CallHead = {
        ispId: parameters.ispId ?? '',
        userName: parameters.userName ?? '',
        randVal: parameters.randVal ?? '',
        pwdHash: parameters.pwdHash ?? '',
      }
      const account = await store.account(head.ispId)
      const refusal = checkCall(account, head, address, options, use)
      if (refusal || !account) return plain(refusal?.code ?? 12, refusal?.detail)
      return act(account, parameters)
    }

  const upload = allowed('upload', async (account, parameters) => {
    const sealed: Sealed = {
      beianInfo: parameters.beianInfo ?? '',
      beianInfoHash: parameters.beianInfoHash ?? '',
      encryptAlgorithm: Number(parameters.encryptAlgorithm),
      hashAlgorithm: Number(parameters.hashAlgorithm),
      compressionFormat: Number(parameters.compressionFormat),
    }
    if (sealed.hashAlgorithm !== 0) return plain(10)
    if (sealed.compressionFormat !== 0) return plain(11)
    if (sealed.encryptAlgorithm !== 0 && sealed.encryptAlgorithm !== 1) return plain(9)
    try {
      const { name, bytes } = await unseal(sealed, { aes: account.aes, largestXml })
      const sequence = Number(parameters.dataSequence)
      const last = (await store.lastUpload(account.ispId))?.sequence ?? 0
      if (!Number.isSafeInteger(sequence) || sequence < 1) return plain(999)
      if (sequence > last + 1) {
        const missing = Array.from({ length: Math.min(sequence - last - 1, 1000) }, (_, index) => last + 1 + index)
        return writeUploadAnswer(version, { ...answer(14), missing })
      }
      // What a repeated number does is nowhere told. This bureau refuses it, so that nobody relies on anything.
      if (sequence <= last) return plain(999)
      if ((await store.waiting(account.ispId)) >= mostWaiting) return plain(15)
      await store.accept(account.ispId, { sequence, fileName: name, xml: bytes, sealed })
      return plain(0)
    } catch (error) {
      if (!(error instanceof PayloadRejected)) throw error
      return plain(codeOf[error.because])
    }
  })

  const download = allowed('download', async (account) => {
    const [next, more] = await store.nextFiles(account.ispId)
    if (!next) return writeDownloadAnswer(version, answer(2))
    const code = controls.downloadMode === 'zero-then-two' ? 0 : more ? 3 : 1
    const sealed = seal(next.xml, entryNameOf(next.fileName), account.aes)
    return writeDownloadAnswer(version, { ...answer(code), file: { ...sealed, fileName: next.fileName } })
  })

  const acknowledge = allowed('download', async (account, { fileName = '' }) => {
    if (fileName === '') return plain(21)
    if (redelivered < (controls.redeliver ?? 0)) redelivered++
    else await store.acknowledge(account.ispId, fileName)
    return plain(0)
  })

  const previousUpload = allowed('query', async (account) => {
    const last = await store.lastUpload(account.ispId)
    const previous = last
      ? { sequence: last.sequence, beianInfoHash: last.sealed.beianInfoHash, fileName: last.fileName }
      : { sequence: 0, beianInfoHash: '', fileName: '' }
    return writePreviousUploadAnswer(version, { ...answer(0), previous }, last?.sealed)
  })

  const filingStatus = allowed('query', async (_account, { queryConditionType, queryCondition = '' }) => {
    const type = Number(queryConditionType)
    if (!Number.isInteger(type) || type < 0 || type > 11 || queryCondition.length < 4) return plain(999)
    const status = await store.filingStatus(type, queryCondition)
    return writeFilingStatusAnswer(version, { ...answer(0), status }, { type, value: queryCondition })
  })

  const verifyFilingPassword = allowed('query', async (_account, { baxh = '', bamm = '' }) => {
    const right = await store.filingPassword(baxh, bamm)
    return right === undefined ? plain(22) : writePasswordAnswer(version, { ...answer(0), right })
  })

  return { upload, download, acknowledge, previousUpload, filingStatus, verifyFilingPassword }
}

const entryNameOf = (fileName: string): string =>
  `${
    fileName
      .replace(/\.xml$/, '')
      .replace(/[^A-Za-z0-9]/g, '')
      .slice(0, 100) || 'data'
  }.xml`
