import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { ApiClient } from '../api-client.ts'
import { makeTemplate, organisationTemplate, signUp, topUp } from '../person.ts'
import { SandboxControls } from '../sandbox-controls.ts'
import type { World } from '../start-world.ts'
import { decideReview, makeReviewer, makeVerifiedTemplate, submitTemplate, verifyTemplate } from '../verified.ts'
import { type ChaosEntry, openEntry } from './by-hand.ts'
import { type ChaosFiling, openFiling } from './filing.ts'
import type { HostedZone } from './hosted-zone.ts'

const password = 'a-long-enough-Password-1'

export interface Order {
  readonly number: string
  readonly kind: 'register' | 'renew'
  readonly state: string
  readonly method: string | null
  readonly totalFen: number
  readonly refundedFen: number
  readonly lines: readonly { readonly id: string; readonly ascii: string; readonly state: string }[]
}

export type Means = 'balance' | 'channel'

/** One customer and what he does; the platform may die under every one of his requests. */
export class Stage {
  readonly world: World
  readonly sandbox: SandboxControls
  readonly client: ApiClient
  readonly reviewer: ApiClient
  /** A verified holder whose contact the registries know. */
  readonly template: string
  readonly phone = '+86.13800017701'
  /** Every order that was placed. */
  readonly numbers: string[] = []
  readonly random: () => number
  readonly zone: HostedZone
  /** What ways have made before anything died on them. */
  readonly prepared = new Set<unknown>()
  #names = 0
  #filing: Promise<ChaosFiling> | undefined
  #entry: Promise<ChaosEntry> | undefined

  private constructor(
    parts: Pick<Stage, 'world' | 'sandbox' | 'client' | 'reviewer' | 'template' | 'random' | 'zone'>,
  ) {
    this.world = parts.world
    this.sandbox = parts.sandbox
    this.client = parts.client
    this.reviewer = parts.reviewer
    this.template = parts.template
    this.random = parts.random
    this.zone = parts.zone
  }

  static async open(world: World, random: () => number, zone: HostedZone): Promise<Stage> {
    const sandbox = new SandboxControls(world.sandboxOrigin)
    const client = await signUp(world.origin, 'chaos@yuming.example', password, '混沌')
    await topUp(client, sandbox, 100_000_000)
    const reviewer = await makeReviewer(world.origin, world.folder, 'chaos-reviewer@yuming.example')
    const holder = organisationTemplate('chaos-holder@yuming.example')
    const template = await makeVerifiedTemplate(world, { client, sandbox }, holder)
    const stage = new Stage({ world, sandbox, client, reviewer, template, random, zone })
    await stage.#bindPhone()
    return stage
  }

  /** Something filed, whose end its bureau refuses again and again; made when it is wanted first. */
  filing(): Promise<ChaosFiling> {
    this.#filing ??= openFiling(this)
    return this.#filing
  }

  /** Something that goes to its bureau by hand; made when it is wanted first. */
  entry(): Promise<ChaosEntry> {
    this.#entry ??= openEntry(this)
    return this.#entry
  }

  get hasEntry(): boolean {
    return this.#entry !== undefined
  }

  get hasFiling(): boolean {
    return this.#filing !== undefined
  }

  /** A name that nobody had. */
  name(suffix: string, label = 'chaos'): string {
    return `${label}-${++this.#names}-${Math.floor(this.random() * 1e6)}.${suffix}`
  }

  unverifiedTemplate(email = `holder-${randomUUID()}@yuming.example`): Promise<string> {
    return makeTemplate(this.client, this.sandbox, { ...organisationTemplate(email), default: false })
  }

  /** The holder has moved to another street. */
  correct(template: string, email: string): Promise<unknown> {
    const street = { zh: '西湖区虎跑路二号', en: '2 Hupao Road, Xihu District' }
    return this.client.put(`templates/${template}`, { ...organisationTemplate(email), street, default: false })
  }

  async verifiedTemplate(): Promise<string> {
    const made = await this.unverifiedTemplate()
    await this.verify(made)
    return made
  }

  verify(template: string): Promise<void> {
    return verifyTemplate(this.client, this.reviewer, template)
  }

  /** Hands a holder in and passes it here: the verification provider has the next word. */
  async submit(template: string): Promise<void> {
    await decideReview(this.reviewer, await submitTemplate(this.client, template))
  }

  async place(ascii: string, templateId = this.template): Promise<string> {
    const { number } = await this.client.post<Order>('orders', {
      lines: [{ name: ascii, years: 1 }],
      holderType: 'organisation',
      templateId,
      termsAccepted: true,
    })
    this.numbers.push(number)
    return number
  }

  async placeRenewal(ascii: string): Promise<string> {
    const { items } = await this.client.get<{ items: { ascii: string; expiresOn: string }[] }>(`domains?q=${ascii}`)
    const expectedExpiry = items.find((one) => one.ascii === ascii)?.expiresOn
    const { number } = await this.client.post<Order>(`domains/${ascii}/renew`, { years: 1, expectedExpiry })
    this.numbers.push(number)
    return number
  }

  async pay(number: string, means: Means): Promise<void> {
    if (means === 'balance') {
      await this.client.post(`orders/${number}/pay`, { method: 'balance' })
      return
    }
    const { outTradeNo } = await this.client.post<{ outTradeNo: string }>(`orders/${number}/pay`, { method: 'alipay' })
    await this.sandbox.pay(outTradeNo)
  }

  order(number: string): Promise<Order> {
    return this.client.get<Order>(`orders/${number}`)
  }

  /** A name that is registered for sure: nothing kills on the way there, or the way ends here. */
  async registered(
    suffix: string,
    means: Means,
    {
      templateId = this.template,
      label = 'chaos',
      ascii = this.name(suffix, label),
    }: { templateId?: string; label?: string; ascii?: string } = {},
  ): Promise<string> {
    const number = await this.place(ascii, templateId)
    await this.pay(number, means)
    for (let tries = 0; tries < 200; tries++, await delay(100)) {
      const { state } = await this.order(number)
      if (state === 'succeeded') return ascii
      if (state !== 'processing' && state !== 'awaiting-payment') break
    }
    throw new Error(`${ascii} was not registered`)
  }

  async code(but: string | undefined): Promise<string> {
    for (let tries = 0; tries < 100; tries++, await delay(100)) {
      const code = await this.sandbox.phoneCode(this.phone.replace('+86.', ''))
      if (code !== undefined && code !== but) return code
    }
    throw new Error('no code came')
  }

  lastCode(): Promise<string | undefined> {
    return this.sandbox.phoneCode(this.phone.replace('+86.', ''))
  }

  async #bindPhone(): Promise<void> {
    await this.client.post('account/phone', { phone: this.phone, password })
    await this.client.put('account/phone', { code: await this.code(undefined) })
  }
}
