import {
  child,
  cnnicContact,
  contactCreate,
  contactDelete,
  contactInfo,
  contactUpdate,
  domainCheck,
  domainCreate,
  domainDelete,
  domainInfo,
  domainPending,
  domainRenew,
  domainUpdate,
  drainPollQueue,
  EppAnswerLost,
  type EppCommand,
  EppNotSent,
  type EppPool,
  EppRefused,
  type EppResponse,
  type ExtensionsFor,
  fee as feeExtension,
  namespaces,
  verificationCode,
  type XmlElement,
} from '@yuming/epp'
import { AnswerLost, NotSent } from '../../kernel/tasks/index.ts'
import {
  type NameAvailability,
  type NameCompliance,
  type Registries,
  type Registry,
  type RegistryAnswer,
  RegistryRefused,
} from '../../modules/domains/ports.ts'
import { saysOf } from './contact-says.ts'
import { codeExtensions, contactChanges, contactExtensions, createExtensions, nameExtensions } from './extensions.ts'
import { feeAgreement, feeQuestion, premiumIn } from './fees.ts'
import { postalInfoOf } from './postal-info.ts'
import type { RegistryProfile } from './profiles.ts'
import { reviewIn } from './review-in.ts'

export interface RegistryConnection {
  readonly id: string
  readonly clientId: string
  readonly profile: RegistryProfile
  readonly pool: EppPool
}

export interface RegistriesOptions {
  readonly connections: readonly RegistryConnection[]
  /** Unique client transaction id of a query. */
  readonly clTRID: () => string
}

/** Registries reached over EPP; the intents' own transaction ids travel on every transform. */
export function eppRegistries(options: RegistriesOptions): Registries {
  const byId = new Map(options.connections.map((connection) => [connection.id, registryOver(connection, options)]))
  return {
    has: (id) => byId.has(id),
    registry(id) {
      const found = byId.get(id)
      if (!found) throw new Error(`the configuration names no registry "${id}"`)
      return found
    },
  }
}

function registryOver({ id, clientId, profile, pool }: RegistryConnection, { clTRID }: RegistriesOptions): Registry {
  async function query<Req, Res>(
    command: EppCommand<Req, Res>,
    request: Req,
    extensions: ExtensionsFor,
    signal?: AbortSignal,
  ): Promise<EppResponse<Res> | undefined> {
    try {
      return await pool.send(command, request, { clTRID: clTRID(), extensions, ...(signal ? { signal } : {}) })
    } catch (error) {
      if (error instanceof EppRefused && error.response.code === 2303) return undefined
      throw error
    }
  }

  async function transform<Req, Res>(
    command: EppCommand<Req, Res>,
    request: Req,
    extensions: XmlElement[],
    sending: { clTRID: string; signal?: AbortSignal },
    { data = 'some' }: { data?: 'some' | 'none' } = {},
  ) {
    try {
      const response = await pool.send(command, request, {
        clTRID: sending.clTRID,
        extensions,
        ...(sending.signal ? { signal: sending.signal } : {}),
      })
      if (data === 'some' && !response.data) throw new EppAnswerLost('the answer has no data')
      return { answer: answerOf(response, sending.clTRID), data: response.data as Res }
    } catch (error) {
      if (error instanceof EppNotSent) throw new NotSent(error.message, { cause: error })
      if (error instanceof EppAnswerLost) throw new AnswerLost(error.message, { cause: error })
      if (error instanceof EppRefused) throw refusalOf(error, sending.clTRID)
      throw error
    }
  }

  async function checkBatch(
    names: readonly string[],
    { signal, years = 1 }: { signal?: AbortSignal; years?: number },
    into: Map<string, NameAvailability>,
  ): Promise<void> {
    const own = nameExtensions(profile, names[0] ?? '')
    const extensions: ExtensionsFor = profile.fees
      ? (offers) => (offers(feeExtension.uri) ? [...own, feeQuestion(years)] : own)
      : own
    const response = await query(domainCheck, { names }, extensions, signal)
    const premiums = premiumIn(response?.extensions ?? [])
    for (const { name, available, reason } of response?.data?.results ?? []) {
      const ascii = name.toLowerCase()
      const premium = premiums.get(ascii)
      into.set(ascii, { available, ...(reason === undefined ? {} : { reason }), ...(premium ? { premium } : {}) })
    }
  }

  return {
    id,
    keepsContacts: profile.contacts,
    takesCodes: profile.codes,

    async check(names, options = {}) {
      const answers = new Map<string, NameAvailability>()
      await Promise.all(batches(names, profile).map((batch) => checkBatch(batch, options, answers)))
      return answers
    },

    async info(ascii) {
      const response = await query(domainInfo, { name: ascii, hosts: 'all' }, [
        ...nameExtensions(profile, ascii),
        ...(profile.codes ? [verificationCode.elements.info({})] : []),
      ])
      const data = response?.data
      if (!data) return undefined
      const compliance = complianceIn(response)
      return {
        ascii: data.name.toLowerCase(),
        roid: data.roid,
        clID: data.clID,
        ours: data.clID === clientId,
        statuses: data.statuses.map(({ s }) => s),
        nameservers: data.nameservers?.servers.map(({ name }) => name) ?? [],
        ...(data.registrant === undefined ? {} : { registrant: data.registrant }),
        crDate: data.crDate ?? '',
        exDate: data.exDate ?? '',
        ...(compliance === undefined ? {} : { compliance }),
      }
    },

    async create(request, sending) {
      const { ascii, years, registrant, holderType, authInfo, codes, fee } = request
      const { answer, data } = await transform(
        domainCreate,
        {
          name: ascii,
          period: { value: years, unit: 'y' as const },
          ...(registrant === undefined
            ? {}
            : {
                registrant,
                contacts: (['admin', 'tech', 'billing'] as const).map((type) => ({ type, id: registrant })),
              }),
          authInfo: { pw: authInfo },
        },
        [
          ...createExtensions(profile, ascii, holderType),
          ...codeExtensions(codes),
          ...(fee ? [feeAgreement(fee)] : []),
        ],
        sending,
      )
      return { ...answer, crDate: data.crDate, exDate: told(data.exDate) }
    },

    async renew({ ascii, years, currentExpiry }, sending) {
      const { answer, data } = await transform(
        domainRenew,
        { name: ascii, curExpDate: currentExpiry, period: { value: years, unit: 'y' as const } },
        nameExtensions(profile, ascii),
        sending,
      )
      return { ...answer, exDate: told(data.exDate) }
    },

    async update({ ascii, add, remove, registrant, codes }, sending) {
      const statuses = (names: readonly string[]) => ({ statuses: names.map((s) => ({ s })) })
      return (
        await transform(
          domainUpdate,
          {
            name: ascii,
            ...(add.length > 0 ? { add: statuses(add) } : {}),
            ...(remove.length > 0 ? { rem: statuses(remove) } : {}),
            ...(registrant === undefined ? {} : { chg: { registrant } }),
            // Codes alone travel with a change of nothing.
            ...(add.length + remove.length === 0 && registrant === undefined ? { chg: {} } : {}),
          },
          [...nameExtensions(profile, ascii), ...codeExtensions(codes)],
          sending,
          { data: 'none' },
        )
      ).answer
    },

    async delete(ascii, sending) {
      const extensions = nameExtensions(profile, ascii)
      return (await transform(domainDelete, { name: ascii }, extensions, sending, { data: 'none' })).answer
    },

    async createContact(handle, registrant, sending) {
      const { answer } = await transform(
        contactCreate,
        {
          id: handle,
          postalInfo: postalInfoOf(registrant, profile),
          voice: { number: registrant.phone },
          email: registrant.email,
          authInfo: { pw: '' },
        },
        contactExtensions(profile, registrant),
        sending,
      )
      return answer
    },

    async updateContact(handle, registrant, sending) {
      const known = await query(contactInfo, { id: handle }, [])
      const { answer } = await transform(
        contactUpdate,
        {
          id: handle,
          chg: {
            postalInfo: postalInfoOf(registrant, profile),
            voice: { number: registrant.phone },
            email: registrant.email,
          },
        },
        contactChanges(profile, registrant, known && cnnicContact.elements.infData.from(known.extensions)),
        sending,
        { data: 'none' },
      )
      return answer
    },

    async deleteContact(handle, sending) {
      const { answer } = await transform(contactDelete, { name: handle }, [], sending, { data: 'none' })
      return answer
    },

    async contact(handle) {
      const response = await query(contactInfo, { id: handle }, [])
      const data = response?.data
      if (!data) return undefined
      const papers = cnnicContact.elements.infData.from(response.extensions)
      return {
        handle: data.id,
        ours: data.clID === clientId,
        ...(data.upDate === undefined ? {} : { updatedAt: data.upDate }),
        says: saysOf({ ...data, papers }, profile),
      }
    },

    drainMessages(keep) {
      return drainPollQueue(pool, {
        clTRID,
        async store({ queue, data, extensions, raw }) {
          const about = nameIn(data) ?? extensions.map(nameIn).find((name) => name !== undefined)
          const contact = data && child(data, namespaces.contact, 'id')?.text.trim()
          const review = reviewIn(extensions, profile)
          const ended =
            data && data.ns === namespaces.domain && data.name === 'panData' ? domainPending.read(data) : undefined
          await keep({
            id: queue.id,
            ...(queue.date === undefined ? {} : { queuedAt: queue.date }),
            text: queue.message ?? '',
            ...(about === undefined ? {} : { about: about.toLowerCase() }),
            ...(contact === undefined ? {} : { contact }),
            ...(review === undefined ? {} : { review }),
            ...(ended === undefined ? {} : { ended: ended.paResult ? ('done' as const) : ('not-done' as const) }),
            frame: raw,
          })
        },
      })
    },
  }
}

/** The worst of the registry's profiles is told by its overall status; the first day counts. */
function complianceIn(response: EppResponse<unknown>): NameCompliance | undefined {
  const told = verificationCode.elements.infData.from(response.extensions)
  if (!told) return undefined
  const due = told.profiles
    .flatMap(({ missing }) => missing ?? [])
    .map((code) => code.due)
    .sort()[0]
  return { status: told.status, ...(due === undefined ? {} : { due }) }
}

/** Whatever a message tells of a domain (panData, trnData, infData), its name is a child of the data. */
function nameIn(data: XmlElement | undefined): string | undefined {
  return data && child(data, namespaces.domain, 'name')?.text.trim()
}

function batches(
  names: readonly string[],
  { checkBatch, subProducts }: { checkBatch: number; subProducts?: Readonly<Record<string, string>> },
): string[][] {
  // One sub-product a command: a `check` over com and net together would be refused.
  const groups = Map.groupBy(names, (name) => (subProducts ? name.slice(name.lastIndexOf('.') + 1) : ''))
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / checkBatch) }, (_, n) =>
      group.slice(n * checkBatch, (n + 1) * checkBatch),
    ),
  )
}

/** Registries may leave the expiry out of what they answer (RFC 5731 §3.2.1, §3.2.3): it is read then, as after a lost answer. */
function told(exDate: string | undefined): string {
  if (exDate === undefined) throw new AnswerLost('the answer names no expiry')
  return exDate
}

function answerOf(response: EppResponse<unknown>, clTRID: string): RegistryAnswer {
  return { code: response.code, message: response.message, clTRID, svTRID: response.svTRID }
}

function refusalOf(error: EppRefused, clTRID: string): RegistryRefused {
  const { response } = error
  const reason = response.reasons[0]?.reason
  return new RegistryRefused({
    ...answerOf(response, clTRID),
    message: reason === undefined ? response.message : `${response.message}: ${reason}`,
  })
}
