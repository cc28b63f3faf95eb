import {
  type DomainResult,
  miit30,
  PayloadRejected,
  type PublishedFiling,
  type ReceivedUpload,
  type ResultCode,
  readUpload,
  XmlRejected,
} from '@yuming/miit'
import type { z } from 'zod'
import { GroupCommit } from '../store/group-commit.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from '../world/clock.ts'
import type { Random } from '../world/random.ts'
import { carryOut, decisionFile } from './decide.ts'
import { examine } from './examine.ts'
import { Inbox } from './inbox.ts'
import { KnownDomains } from './known-domains.ts'
import { Outbox } from './outbox.ts'
import { type newPlantedFiling, otherProvider, plantFiling } from './planted-filing.ts'
import { ministry } from './provinces.ts'
import { Register } from './register.ts'
import { type BureauRequest, Requests } from './requests.ts'
import { ReviewScripts, usual } from './review-scripts.ts'
import { mostWrongCodes, phonesOf, SmsCheck, smsHours } from './sms-check.ts'
import { type NewSupervision, Supervision } from './supervision.ts'

const dayMs = 24 * 3_600_000

/** What happens behind the counters of all bureaus and the ministry: examination, SMS check, review, publication. */
export class BureauOffice {
  readonly inbox: Inbox
  readonly outbox: Outbox
  readonly register: Register
  readonly domains: KnownDomains
  readonly requests: Requests
  readonly scripts: ReviewScripts
  readonly sms: SmsCheck
  readonly supervision: Supervision
  readonly #group: GroupCommit
  readonly #clock: Clock
  readonly #provider: (bureau: string) => string
  readonly #smsPage: () => string

  constructor(options: {
    store: Store
    clock: Clock
    random: Random
    /** The enterprise that files with a bureau (ispId). */
    provider: (bureau: string) => string
    deliver: (to: string, message: string) => void
    /** Where a person types the ministry's code. */
    smsPage: () => string
  }) {
    const { store, clock } = options
    this.#group = new GroupCommit(store)
    this.#clock = clock
    this.#provider = options.provider
    this.#smsPage = options.smsPage
    this.inbox = new Inbox(store, clock)
    this.outbox = new Outbox(store, clock)
    this.register = new Register(store, clock)
    this.domains = new KnownDomains(store, clock)
    this.requests = new Requests(store, clock)
    this.scripts = new ReviewScripts(store)
    this.supervision = new Supervision(store, clock, this.outbox)
    this.sms = new SmsCheck(store, options.random, options.deliver)
  }

  run<T>(work: () => T): Promise<T> {
    return this.#group.run(work)
  }

  /** Takes in what was uploaded, and ends what is due on the sandbox's clock. */
  turn(): Promise<void> {
    return this.run(() => {
      for (const { bureau, upload } of this.inbox.unprocessed()) {
        this.#takeIn(bureau, upload.xml)
        this.inbox.processed(bureau, upload.sequence)
      }
      const now = this.#clock.now().toISOString()
      for (const request of this.requests.open()) {
        if (request.state === 'sms' && request.smsUntil && request.smsUntil <= now)
          this.#end(request, 'refused', `短信核验超过${smsHours}小时未完成，申请退回`)
        if (request.state === 'review' && request.dueAt && request.dueAt <= now) this.#followScript(request)
      }
    })
  }

  /** A person types the ministry's code; the sixth wrong one sends the request back. */
  confirmCode(phone: string, code: string): Promise<'right' | 'wrong' | 'returned' | 'nothing-waits'> {
    return this.run(() => {
      const waiting = this.sms.waitingFor(phone)
      const [oldest] = waiting
      if (oldest === undefined) return 'nothing-waits'
      const at = this.#clock.now()
      const right = waiting.find((request) => this.sms.confirm(request, phone, code, at))
      if (right !== undefined) {
        if (this.sms.isComplete(right)) this.#toReview(this.requests.get(right))
        return 'right'
      }
      if (this.requests.countWrongCode(oldest) <= mostWrongCodes) return 'wrong'
      this.#end(this.requests.get(oldest), 'refused', '短信核验码错误次数过多，申请退回')
      return 'returned'
    })
  }

  /** A reviewer decides by hand. */
  decide(id: number, verdict: 'approved' | 'refused', opinion: string): Promise<BureauRequest> {
    return this.run(() => {
      const request = this.requests.get(id)
      if (request.state !== 'review') throw Object.assign(new Error('not under review'), { statusCode: 409 })
      this.#end(request, verdict, opinion)
      return this.requests.get(id)
    })
  }

  /** What this bureau sends besides results. */
  supervise(bureau: string, what: NewSupervision): Promise<void> {
    return this.run(() => {
      const subject =
        what.kind === 'check-task' ? this.register.subject(bureau, { filingNumber: what.number }) : undefined
      const filing = subject && this.register.published(Number(subject.id))
      this.supervision.send(bureau, what, { provider: this.#provider(bureau), filing })
    })
  }

  /** A filing that this bureau had before; it publishes what the enterprise gives an access to. */
  plant(bureau: string, filing: z.infer<typeof newPlantedFiling>): Promise<PublishedFiling> {
    return this.run(() => {
      const ours = filing.provider === 'ours'
      const provider = ours ? this.#provider(bureau) : otherProvider
      const published = plantFiling(filing, { bureau, provider, register: this.register })
      if (ours) this.outbox.put(bureau, 'published-filings', [published])
      return published
    })
  }

  flush(): void {
    this.#group.flush()
  }

  #takeIn(bureau: string, xml: Buffer): void {
    const upload = this.#read(bureau, xml)
    if (upload && bureau === ministry) this.#takeInDomains(upload)
    else if (upload) {
      this.supervision.takeIn(bureau, upload)
      this.#takeInFilings(bureau, upload)
    }
  }

  /** Undefined: the whole file went back. */
  #read(bureau: string, xml: Buffer): ReceivedUpload | undefined {
    let upload: ReceivedUpload | undefined
    try {
      upload = readUpload(miit30, xml)
      if (upload.version === miit30.version && upload.setAside.length === 0) return upload
    } catch (error) {
      if (!(error instanceof XmlRejected || error instanceof PayloadRejected)) throw error
    }
    const code =
      upload && upload.version !== miit30.version
        ? { code: 5004, description: '版本号错误' }
        : { code: 5001, description: '文件不符合数据结构' }
    this.#refuseFile(bureau, upload, code)
    return undefined
  }

  #takeInFilings(bureau: string, upload: ReceivedUpload): void {
    const files = { register: this.register, domains: this.domains }
    for (const { request, codes, persons } of examine(bureau, this.#provider(bureau), upload, {
      ...files,
      open: this.requests.open(),
    })) {
      if (codes.length > 0) {
        this.outbox.put(bureau, 'filing-results', {
          results: [{ codes, operation: request.operation, ...(request.resultKey ? { key: request.resultKey } : {}) }],
        })
        continue
      }
      // 取消接入 needs no SMS check.
      const phones = request.operation === 'cancel-access' ? [] : phonesOf(persons)
      const until = new Date(this.#clock.now().getTime() + smsHours * 3_600_000)
      const added = this.requests.add(request, phones.length > 0 ? 'sms' : 'review', phones.length > 0 ? until : null)
      if (phones.length > 0) this.sms.send(added.id, phones, this.#smsPage())
      else this.#toReview(added)
    }
  }

  #takeInDomains(upload: ReceivedUpload): void {
    const results: DomainResult[] = []
    if (upload.name === 'new-domain') results.push(...upload.records.map((record) => this.domains.report(record)))
    if (upload.name === 'change-domain') results.push(...upload.records.map((record) => this.domains.change(record)))
    if (upload.name === 'remove-domain') results.push(...upload.records.map((record) => this.domains.remove(record)))
    if (results.length > 0) this.outbox.put(ministry, 'domain-results', results)
  }

  #refuseFile(bureau: string, upload: ReceivedUpload | undefined, code: ResultCode): void {
    if (bureau === ministry) this.outbox.put(bureau, 'domain-results', [{ codes: [code], operation: 'new-domain' }])
    else
      this.outbox.put(bureau, 'filing-results', {
        results: [{ codes: [code], operation: upload?.name === 'change-filing' ? 'change-filing' : 'new-filing' }],
      })
  }

  #toReview(request: BureauRequest): void {
    const script = this.scripts.for(request.bureau, request.title) ?? usual
    const due = script.decision === 'by-hand' ? null : new Date(this.#clock.now().getTime() + script.days * dayMs)
    this.requests.toReview(request.id, due)
    if (due && due.getTime() <= this.#clock.now().getTime()) this.#followScript(this.requests.get(request.id))
  }

  #followScript(request: BureauRequest): void {
    const script = this.scripts.for(request.bureau, request.title)
    if (script?.decision === 'refuse') this.#end(request, 'refused', script.opinion ?? '提交的信息不符合备案要求')
    else if (script?.decision !== 'by-hand') this.#end(request, 'approved', script?.opinion ?? '审核通过')
  }

  #end(request: BureauRequest, verdict: 'approved' | 'refused', opinion: string): void {
    this.requests.end(request.id, verdict, opinion)
    this.outbox.put(request.bureau, 'filing-results', decisionFile(request, verdict, opinion, this.#clock.now()))
    if (verdict === 'refused') return
    const { published, cancelled } = carryOut(request, this.#provider(request.bureau), this.register)
    if (published) this.outbox.put(request.bureau, 'published-filings', [published])
    if (cancelled) this.outbox.put(request.bureau, 'cancelled-filings', [cancelled])
  }
}
