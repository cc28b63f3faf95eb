import { messageMeaning } from '../codes/meaning.ts'
import type { MessageCode } from '../codes/message-codes.ts'
import type { Id } from '../model/id.ts'
import type { AesSettings } from '../payload/cipher.ts'
import { aesKey } from '../payload/cipher.ts'
import { freshRandomValue, passwordHash } from '../payload/password.ts'
import type { Sealed } from '../payload/seal.ts'
import type { Profile } from '../profile/profile.ts'
import type { Method, ServiceName } from '../profile/wsdl-names.ts'
import {
  type Answer,
  type DownloadAnswer,
  type FilingStatusAnswer,
  type PasswordAnswer,
  type PreviousUploadAnswer,
  readDownloadAnswer,
  readFilingStatusAnswer,
  readPasswordAnswer,
  readPlainAnswer,
  readPreviousUploadAnswer,
  readUploadAnswer,
  type UploadAnswer,
} from '../soap/answer.ts'
import { BureauAnswerLost } from './errors.ts'
import { type SoapEndpoint, soapEndpoint } from './soap-endpoint.ts'

/** What a bureau issues to an enterprise; one for each system that it reports to. */
export interface Connection {
  /** `http://host`, without a path; the interface itself has no TLS, so use a tunnel or a leased line. */
  readonly baseUrl: string
  readonly ispId: Id
  readonly userName: string
  readonly password: string
  readonly aes?: AesSettings
}

export interface BureauClientOptions {
  readonly profile: Profile
  readonly connection: Connection
  readonly randomBytes: (size: number) => Uint8Array
  /** For an upload or a download, which carry up to 70 MB; default five minutes. */
  readonly fileTimeoutMs?: number
  /** For everything else; default 30 seconds. */
  readonly timeoutMs?: number
  /** Default 128 MiB: 50 MB of XML that do not shrink, in base64 twice. */
  readonly largestAnswer?: number
}

/** What `isp_querybeianstatus` can be asked by: a domain, or the number of a certificate of a kind. */
const statusQueryTypes = {
  domain: 0,
  'business-licence': 1,
  'id-card': 2,
  'institution-code': 3,
  'institution-certificate': 4,
  'military-code': 5,
  'society-certificate': 6,
  passport: 7,
  'officer-card': 8,
  'government-code': 9,
  'society-code': 10,
  'taiwan-permit': 11,
} as const

export type StatusQueryType = keyof typeof statusQueryTypes
const smallAnswer = 1 << 20

/** The six methods. An answer that refuses is an answer; only what was not answered is thrown. */
export class BureauClient {
  readonly profile: Profile
  readonly #options: BureauClientOptions
  readonly #endpoints = new Map<ServiceName, Promise<SoapEndpoint>>()

  /** @throws RangeError when the key or the address cannot be what the bureau issued */
  constructor(options: BureauClientOptions) {
    this.profile = options.profile
    this.#options = options
    const { protocol } = new URL(options.connection.baseUrl)
    if (protocol !== 'http:' && protocol !== 'https:') throw new RangeError('the address of a bureau begins with http')
    if (options.connection.aes) aesKey(options.connection.aes)
  }

  get aes(): AesSettings | undefined {
    return this.#options.connection.aes
  }

  meaning(answer: Answer): MessageCode {
    return messageMeaning(this.profile.codes, answer.code)
  }

  /** @throws BureauNotReached: not sent. BureauAnswerLost: ask `previousUpload` before anything else. */
  async upload(sequence: number, sealed: Sealed): Promise<UploadAnswer> {
    const { beianInfo, beianInfoHash, encryptAlgorithm, hashAlgorithm, compressionFormat } = sealed
    const values = [beianInfo, beianInfoHash, sequence, encryptAlgorithm, hashAlgorithm, compressionFormat]
    return this.#read(readUploadAnswer, await this.#call('upload', values, this.#fileLimits(smallAnswer)))
  }

  async download(): Promise<DownloadAnswer> {
    return this.#read(readDownloadAnswer, await this.#call('download', [0], this.#fileLimits()))
  }

  async acknowledge(fileName: string): Promise<Answer> {
    return this.#read(readPlainAnswer, await this.#call('acknowledge', [0, fileName], this.#smallLimits()))
  }

  async previousUpload(): Promise<PreviousUploadAnswer> {
    return this.#read(readPreviousUploadAnswer, await this.#call('previousUpload', [0], this.#fileLimits()))
  }

  async filingStatus(by: StatusQueryType, value: string): Promise<FilingStatusAnswer> {
    const values = [0, statusQueryTypes[by], value]
    return this.#read(readFilingStatusAnswer, await this.#call('filingStatus', values, this.#smallLimits()))
  }

  /** Attempts per number are limited (code 22): ask only with what the holder just typed. */
  async verifyFilingPassword(filingNumber: string, password: string): Promise<PasswordAnswer> {
    const values = [0, filingNumber, password]
    return this.#read(readPasswordAnswer, await this.#call('verifyFilingPassword', values, this.#smallLimits()))
  }

  async #call(
    method: Method,
    rest: readonly (string | number)[],
    limits: { readonly timeoutMs: number; readonly largestAnswer: number },
  ): Promise<string> {
    const names = this.profile.wsdl.methods[method]
    const { connection, randomBytes } = this.#options
    const endpoint = await this.#endpoint(names.service)
    const randVal = freshRandomValue(randomBytes)
    const head = [connection.ispId, connection.userName, randVal, passwordHash(connection.password, randVal)]
    try {
      return await endpoint.call(names, [...head, ...rest], limits)
    } catch (error) {
      // The description may have changed: it is read again before the next call.
      this.#endpoints.delete(names.service)
      throw error
    }
  }

  #endpoint(service: ServiceName): Promise<SoapEndpoint> {
    const open = this.#endpoints.get(service)
    if (open) return open
    const address = this.#options.connection.baseUrl.replace(/\/+$/, '') + this.profile.wsdl.paths[service]
    const opening = soapEndpoint(address, this.#smallLimits().timeoutMs)
    this.#endpoints.set(service, opening)
    opening.catch(() => this.#endpoints.delete(service))
    return opening
  }

  #read<T>(reader: (text: string) => T, text: string): T {
    try {
      return reader(text)
    } catch (error) {
      throw new BureauAnswerLost(`the answer cannot be read: ${(error as Error).message.slice(0, 300)}`, {
        cause: error,
      })
    }
  }

  #fileLimits(largestAnswer = this.#options.largestAnswer ?? 128 << 20) {
    return { timeoutMs: this.#options.fileTimeoutMs ?? 300_000, largestAnswer }
  }

  #smallLimits() {
    return { timeoutMs: this.#options.timeoutMs ?? 30_000, largestAnswer: smallAnswer }
  }
}
