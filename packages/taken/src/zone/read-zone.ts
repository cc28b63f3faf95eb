import path from 'node:path'
import type { Readable } from 'node:stream'
import type { LabelSource } from '../build-index.ts'
import { delegationOwnerEnd } from './delegation-line.ts'
import { zoneBytes } from './zone-bytes.ts'
import { ZoneEntry } from './zone-entry.ts'
import { isName, lengthOfTime, readRecord, shown } from './zone-record.ts'
import { ZoneRejected } from './zone-rejected.ts'

export interface ReadZone {
  /** What messages call the file; the path when there is one. */
  readonly name?: string
  /** Accept a file without the closing SOA of a zone transfer (RFC 5936 §2.2): it may then be cut off between two
   *  lines without anybody noticing. */
  readonly singleSoa?: boolean
}

/** The labels delegated directly under a suffix, from a zone in the text form of RFC 1035 §5, plain or gzip. Reading
 *  throws ZoneRejected. A label comes once for each run of its NS records. */
export function readZone(source: string | Readable, suffix: string, options: ReadZone = {}): ZoneReading {
  const name = options.name ?? (typeof source === 'string' ? path.basename(source) : 'zone')
  return new ZoneReading(source, suffix, name, options.singleSoa ?? false)
}

const longestLine = 65_536
export class ZoneReading implements LabelSource {
  /** Of the SOA record, once it was read. */
  serial: number | undefined
  lines = 0
  readonly #source: string | Readable
  readonly #suffix: string
  readonly #file: string
  readonly #singleSoa: boolean
  /** Without the final dot; the root is empty. */
  #origin: string
  #apex: string | undefined
  #closed = false
  /** The owner in force as written, and its label when it lies directly under the suffix. */
  #owner: string | undefined
  #label: string | undefined
  #given: string | undefined
  #entry: ZoneEntry | undefined
  #labels: string[] = []

  constructor(source: string | Readable, suffix: string, file: string, singleSoa: boolean) {
    this.#source = source
    this.#suffix = suffix
    this.#file = file
    this.#singleSoa = singleSoa
    this.#origin = suffix
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<readonly string[]> {
    let rest: Buffer = Buffer.alloc(0)
    try {
      for await (const bytes of zoneBytes(this.#source)) {
        const whole = bytes.lastIndexOf(0x0a) + 1
        if (whole > 0) {
          this.#takeLines(Buffer.concat([rest, bytes.subarray(0, whole)]).toString('latin1'))
          rest = bytes.subarray(whole)
        } else rest = Buffer.concat([rest, bytes])
        if (rest.length > longestLine) throw this.#bad(`the line is longer than ${longestLine} bytes`, 1)
        if (this.#labels.length > 0) yield this.#labels
        this.#labels = []
      }
    } catch (error) {
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
        throw this.#bad(`the file is cut off or damaged: its gzip stream ends in "${error.message}"`, 1)
      throw error
    }
    this.#end(rest.length > 0)
  }

  #bad(reason: string, ahead = 0): ZoneRejected {
    return new ZoneRejected(this.#file, this.lines + ahead, reason)
  }

  #end(rest: boolean): void {
    if (rest) throw this.#bad('the file is cut off: its last line has no end', 1)
    if (this.#entry)
      throw new ZoneRejected(this.#file, this.#entry.line, 'the file is cut off: a parenthesis is never closed')
    if (this.#apex === undefined) throw this.#bad('the file is empty: there is no SOA record')
    if (!this.#closed && !this.#singleSoa)
      throw this.#bad(
        'the file is cut off: it does not end with the closing SOA record of a zone transfer (the option single-soa accepts a file without it)',
      )
  }

  #takeLines(text: string): void {
    let from = 0
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      this.lines++
      const short = !this.#entry && this.#apex !== undefined && !this.#closed
      const ownerEnd = short ? delegationOwnerEnd(text, from, end) : -1
      if (ownerEnd === -1) this.#take(text.slice(from, end))
      else if (this.#owner?.length === ownerEnd - from && text.startsWith(this.#owner, from)) this.#delegated('')
      else this.#delegated(text.slice(from, ownerEnd))
      from = end + 1
    }
  }

  #take(line: string): void {
    const entry = this.#entry ?? new ZoneEntry(this.lines)
    const fault = entry.take(line)
    if (fault) throw this.#bad(fault)
    this.#entry = entry.whole ? undefined : entry
    if (entry.whole && entry.fields.length > 0) this.#read(entry)
  }

  #delegated(owner: string): void {
    if (owner !== '' && owner !== this.#owner) this.#own(owner)
    if (this.#owner === undefined) throw this.#bad('the record has no owner')
    if (this.#label === undefined || this.#label === this.#given) return
    this.#given = this.#label
    this.#labels.push(this.#label)
  }

  #read({ fields, ownerOmitted }: ZoneEntry): void {
    const [first = ''] = fields
    if (!ownerOmitted && first.startsWith('$')) {
      this.#direct(fields)
      return
    }
    const record = readRecord(ownerOmitted ? fields : fields.slice(1))
    if (typeof record === 'string') throw this.#bad(record)
    if (this.#closed) throw this.#bad('a record follows the closing SOA record')
    const owner = ownerOmitted ? '' : first
    if (record.type === 'SOA') this.#boundary(owner, Number(record.data[2]))
    else if (this.#apex === undefined) throw this.#bad('the first record is not the SOA record of the zone')
    else if (record.type === 'NS') {
      this.#delegated(owner)
      if (this.#label !== undefined && !/^[a-z0-9_-]+$/.test(this.#label))
        throw this.#bad(`"${shown(this.#label)}" is not a label of letters, digits and hyphens`)
    } else if (owner !== '' && owner !== this.#owner) this.#own(owner)
  }

  #direct([directive = '', value = '', ...more]: readonly string[]): void {
    const name = directive.toUpperCase()
    if (name === '$ORIGIN') {
      if (!isName(value) || more.length > 0) throw this.#bad('$ORIGIN needs one name')
      this.#origin = this.#absolute(value)
      // An omitted owner still means the one before, but the same text is another name now.
      if (this.#owner !== undefined) this.#owner = ''
    } else if (name === '$TTL') {
      if (!lengthOfTime.test(value) || more.length > 0) throw this.#bad('$TTL needs one length of time')
    } else throw this.#bad(`${shown(directive)} is not supported`)
  }

  #boundary(owner: string, serial: number): void {
    const name = owner === '' ? this.#apex : this.#absolute(this.#checked(owner))
    if (name === undefined) throw this.#bad('the first record has no owner')
    if (this.#apex === undefined) {
      if (this.#suffix !== name && !this.#suffix.endsWith(`.${name}`))
        throw this.#bad(`this is the zone of "${shown(name)}", not of "${this.#suffix}"`)
      this.#apex = name
      this.serial = serial
      this.#own(owner)
    } else if (name !== this.#apex || serial !== this.serial)
      throw this.#bad('the closing SOA record differs from the first: the zone changed while it was written')
    else this.#closed = true
  }

  #checked(name: string): string {
    if (!isName(name)) throw this.#bad(`"${shown(name)}" is not a name`)
    return name
  }

  #absolute(name: string): string {
    const lower = name.toLowerCase()
    if (lower === '@') return this.#origin
    if (lower.endsWith('.')) return lower.slice(0, -1)
    return this.#origin === '' ? lower : `${lower}.${this.#origin}`
  }

  #own(owner: string): void {
    const name = this.#absolute(this.#checked(owner))
    const apex = this.#apex ?? ''
    if (name !== apex && !(name.endsWith(apex) && name[name.length - apex.length - 1] === '.'))
      throw this.#bad(`"${shown(name)}" lies outside of the zone "${apex}"`)
    this.#owner = owner
    this.#label = undefined
    const end = name.length - this.#suffix.length - 1
    if (end <= 0 || name[end] !== '.' || !name.endsWith(this.#suffix)) return
    const label = name.slice(0, end)
    if (!label.includes('.')) this.#label = label
  }
}
