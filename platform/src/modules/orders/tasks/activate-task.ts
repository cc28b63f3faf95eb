import { labelOfName } from '@yuming/names'
import { sql } from 'kysely'
import { type Db, type Trx, together } from '../../../kernel/database/index.ts'
import { defineTask, localStep, outsideStep, StepRefused, type TaskDefinition } from '../../../kernel/tasks/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import type { Catalog } from '../../catalog/index.ts'
import {
  type AgreedFee,
  claimName,
  contactStep,
  isSponsored,
  keepContact,
  mustVerify,
  type Registrant,
  type Registries,
  recordRegistration,
  refusedByRegistry,
  releaseClaim,
  scheduleAgentDuty,
  scheduleVerificationDuty,
} from '../../domains/index.ts'
import { appraiseOf } from '../../search/index.ts'
import {
  codesOf,
  labelSteps,
  lackingProof,
  type NamesToQualify,
  provedInDays,
  scheduleQualificationDuty,
  type VerificationProvider,
} from '../../verification/index.ts'
import type { PaymentChannel } from '../ports.ts'
import { lostMeanwhile } from '../quote.ts'
import { captureLine } from './capture-line.ts'
import { feeOfToday } from './fee-of-today.ts'
import { giveBackSteps } from './give-back-steps.ts'
import type { LineInput } from './line-input.ts'

export interface OrderTaskDeps {
  readonly db: Db
  /** Names whose holder has to prove a right to them. */
  readonly names: NamesToQualify
  /** Who reviews labels before a registry that wants its codes hears of the name. */
  readonly provider: VerificationProvider | undefined
  readonly registries: Registries
  readonly catalog: Catalog
  readonly vault: Vault
  readonly channel: PaymentChannel
  /** Called when a line has ended, whichever way. */
  lineEnded(order: string): Promise<void>
  /** Reads a holder, certificate number opened from the vault. */
  registrant(account: string, template: string): Promise<Registrant>
}

interface CreateRequest {
  readonly registry: string
  readonly ascii: string
  readonly years: number
  readonly registrant?: string
  readonly holderType: 'person' | 'organisation'
  /** Sealed, base64: the intent's row must not tell it. */
  readonly authInfo: string
  /** Signed codes of label and holder, where the registry takes them and both are there. */
  readonly codes?: readonly string[]
  readonly fee?: AgreedFee
}

interface CreateAnswer {
  readonly code: number
  readonly message: string
  readonly clTRID: string
  readonly svTRID: string
  readonly crDate: string
  readonly exDate: string
  readonly roid?: string
}

const authPurpose = 'domain.auth-info'
/** Clocks of registries may differ from ours by so much. */
const skewMs = 5 * 60_000

/** The state of a holder's identity; undefined when there is no such holder. */
const identityOf = together(async (trx, templates: readonly string[]) => {
  const rows = await trx
    .selectFrom('registrant_template')
    .select(['id', 'identity'])
    .where('id', '=', sql<string>`any(${[...new Set(templates)]}::uuid[])`)
    .execute()
  const states = new Map(rows.map(({ id, identity }) => [id, identity]))
  return templates.map((template) => states.get(template))
})

/** Registers one paid line: recheck, naming review, contact, create, record; or gives the money back. */
export function activateTask(deps: OrderTaskDeps): TaskDefinition<LineInput> {
  const { db, names, provider, registries, catalog, vault, registrant } = deps
  const dueInDays = (ascii: string) => {
    const about = names.find(ascii)
    return about !== undefined && provedInDays.has(about.kind)
  }
  const registryId = (suffix: string): string => {
    const id = catalog.suffix(suffix)?.registry
    if (!id) throw new Error(`the catalogue sells .${suffix} no more`)
    return id
  }
  const labelOf = ({ account, holderAccount = account, name, template }: LineInput) => ({
    account: holderAccount,
    label: labelOfName(name),
    template,
  })
  /** The order rested on papers that our reviewers had passed; they may not hold any more (S1-94, S1-157). */
  const proofLacking = async (trx: Trx, { holderAccount, template, ...line }: LineInput, today: string) => {
    const about = names.find(line.ascii)
    if (about === undefined || template === null) return undefined
    const account = holderAccount ?? line.account
    return (await lackingProof(trx, { account, template, names: [about], today })).get(about.ascii)
  }
  const takesCodes = (input: LineInput) => registries.registry(registryId(input.suffix)).takesCodes

  return defineTask<LineInput>(
    'ORDER_ACTIVATE',
    [
      localStep('recheck', async ({ trx, input, task, clock }) => {
        const appraisal = appraiseOf(catalog, { name: input.ascii, suffix: input.suffix }, clock.today())
        if (!appraisal.ok) throw new StepRefused({ code: 'order.refused', findings: appraisal.findings })
        const unproved = await proofLacking(trx, input, clock.today())
        if (unproved) throw new StepRefused({ code: 'order.refused', findings: unproved })
        const free = await claimName(trx, { key: input.key, task: task.id }, clock)
        if (!free || (await isSponsored(trx, input.key)))
          throw new StepRefused({ code: 'order.name-taken', findings: [lostMeanwhile(clock.today())] })
        return { looked: clock.now().toISOString() }
      }),

      ...labelSteps<LineInput>({ db, provider }, (input) => (takesCodes(input) ? labelOf(input) : undefined)),

      contactStep<LineInput>({ registries, registrant }, ({ account, holderAccount = account, suffix, template }) => {
        const registry = registryId(suffix)
        if (!registries.registry(registry).keepsContacts || template === null) return undefined
        return { registry, account: holderAccount, template }
      }),

      outsideStep<LineInput, CreateRequest, CreateAnswer>('create', {
        party: ({ input }) => registryId(input.suffix),
        async prepare({ trx, input, results, random, clock }) {
          const registry = registryId(input.suffix)
          const { template } = input
          const handle =
            registries.registry(registry).keepsContacts && template !== null
              ? await keepContact({ template, registry }, results.contact, { trx, clock })
              : undefined
          // 128 bits of URL-safe text, with a digit and a sign that registries ask for (RFC 9154 §4.1).
          const codes = takesCodes(input) ? await codesOf(trx, labelOf(input)) : undefined
          const box = await vault.box(`${random.token(18)}-1Aa`, authPurpose)
          return {
            registry,
            ascii: input.ascii,
            years: input.years,
            ...(handle === undefined ? {} : { registrant: handle }),
            holderType: input.holderType ?? 'person',
            authInfo: box.toString('base64'),
            ...(codes ? { codes } : {}),
            ...(input.premium ? { fee: input.premium } : {}),
          }
        },
        async send({ registry, authInfo, fee, ...request }, { trid }) {
          const agreed = fee && (await feeOfToday(registries.registry(registry), request, fee))
          const pw = await vault.unbox(Buffer.from(authInfo, 'base64'), authPurpose)
          return refusedByRegistry(() =>
            registries
              .registry(registry)
              .create({ ...request, authInfo: pw, ...(agreed ? { fee: agreed } : {}) }, { clTRID: trid }),
          )
        },
        async reconcile({ registry, ascii }, { trid, sentAt }) {
          const found = await registries.registry(registry).info(ascii)
          if (!found?.ours || new Date(found.crDate).getTime() < sentAt.getTime() - skewMs)
            return { known: 'not-applied' }
          // It is ours, and until when is not told: nothing that could be recorded yet.
          if (found.exDate === '') return { known: 'unknown' }
          return {
            known: 'applied',
            answer: {
              code: 1000,
              message: 'found by info',
              clTRID: trid,
              svTRID: '',
              crDate: found.crDate,
              exDate: found.exDate,
              roid: found.roid,
            },
          }
        },
      }),

      localStep('record', async ({ trx, input, results, requestOf, task, clock, random }) => {
        const created = results.create as CreateAnswer
        const registry = registryId(input.suffix)
        const { authInfo, codes } = (await requestOf('create')) as CreateRequest
        const holder =
          input.template !== null && mustVerify(catalog.suffix(input.suffix)?.realName ?? 'unknown')
            ? await identityOf(trx, input.template)
            : undefined
        const recorded = recordRegistration(trx, {
          id: random.uuid(),
          account: input.account,
          name: input.name,
          ascii: input.ascii,
          key: input.key,
          suffix: input.suffix,
          registry,
          template: input.template ?? '',
          holderType: input.holderType ?? 'person',
          front: input.front ?? null,
          registeredAt: new Date(created.crDate),
          expiresAt: new Date(created.exDate),
          roid: created.roid,
          statuses: ['ok'],
          authInfo: Buffer.from(authInfo, 'base64'),
          codesSentAt: codes ? clock.now() : null,
        })
        await Promise.all([
          recorded,
          releaseClaim(trx, { key: input.key, task: task.id }),
          captureLine(trx, { input, expiresAt: new Date(created.exDate), answer: created }, clock),
          ...(holder !== undefined && holder !== 'verified'
            ? [scheduleVerificationDuty({ ascii: input.ascii, registeredAt: clock.now() }, { trx, random })]
            : []),
          ...(input.holderAccount === undefined
            ? []
            : [scheduleAgentDuty({ ascii: input.ascii, from: clock.now() }, { trx, random })]),
          ...(dueInDays(input.ascii)
            ? [scheduleQualificationDuty({ ascii: input.ascii, registeredAt: clock.now() }, { trx, random })]
            : []),
        ])
        return { expiresAt: created.exDate }
      }),
    ],
    { failed: giveBackSteps(deps.channel), ended: ({ order }) => deps.lineEnded(order) },
  )
}
