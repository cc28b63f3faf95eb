import {
  type Attachment,
  type CodeTableBook,
  filingPasswordDigest,
  type IpRange,
  type Person,
  type PreApproval,
  type Profile,
  packFiles,
  type Service,
  type Subject,
  type UploadName,
  type UploadRecords,
  uploadProblems,
  type Access as WireAccess,
  writeRecord,
} from '@yuming/miit'
import { fitPicture, PictureRefused } from '@yuming/miit/pictures'
import type {
  BureauIds,
  BureauOperation,
  MadeRecord,
  Outgoing,
  OutgoingAccess,
  OutgoingService,
} from '../../../modules/filing/ports.ts'
import { areaCodes } from './areas.ts'
import { BureauCodes } from './bureau-codes.ts'
import {
  cancelWords,
  certificateWords,
  contentWords,
  languageWords,
  modeWords,
  natureWords,
  otherLanguage,
  preApprovalWords,
  purposeWords,
} from './code-words.ts'

export interface MakeOptions {
  readonly profile: Profile
  readonly book: CodeTableBook
  readonly operationIds: boolean
  readonly ispId: string
  /** Code of the bureau's province. */
  readonly bureau: string
}

/** One order as a file of the bureau's interface; every problem at once where it cannot be one. */
export async function makeRecord(outgoing: Outgoing, options: MakeOptions): Promise<MadeRecord> {
  const codes = new BureauCodes(options.book, options.operationIds)
  const { name, record, operation, keys } = await recordOf(outgoing, codes, options)
  // A code that the bureau does not have leaves a gap that would be told a second time, as if the applicant could fill it.
  const gaps = codes.problems.some(({ ours }) => ours) || (name === 'cancel-filing' && codes.problems.length > 0)
  const wire = gaps ? [] : uploadProblems(options.profile, name, record)
  const problems = [
    ...codes.problems,
    ...wire.map(({ field, says, code }) => ({
      field,
      message: says,
      ours: code === 'unsupported',
    })),
  ]
  if (problems.length > 0) return { ok: false, problems }
  const [file] = packFiles(options.profile, name, [writeRecord(options.profile, name, record)], options.ispId)
  if (!file) throw new Error('one record made no file')
  return { ok: true, kind: operation, xml: file.xml, keys: keys.filter((key) => key !== undefined) }
}

export type Made = {
  readonly [N in UploadName]: {
    readonly name: N
    readonly record: UploadRecords[N]
    readonly operation: BureauOperation
    readonly keys: readonly (string | undefined)[]
  }
}[UploadName]

export async function recordOf(outgoing: Outgoing, codes: BureauCodes, options: MakeOptions): Promise<Made> {
  const { type, subject, services } = outgoing
  const [first] = services
  const keysOf = (...ids: (BureauIds & { ownId?: string })[]) =>
    ids.flatMap(({ ownId, bureauId, number }) => [ownId, bureauId, number])
  switch (type) {
    case 'first':
      return {
        name: 'new-filing',
        operation: 'new-filing',
        record: {
          subject: subjectOf(outgoing, codes, { id: subject.ownId, filedBy: 'provider' }),
          services: services.map((one) => newServiceOf(one, outgoing, codes, options)),
          attachments: await attachmentsOf(outgoing, codes, options, 'own'),
        },
        keys: keysOf(subject, ...services),
      }
    case 'new-service-here':
    case 'new-service-elsewhere':
      return {
        name: 'new-service',
        operation: 'new-service',
        record: {
          subject: byNumber(subject),
          services: services.map((one) => newServiceOf(one, outgoing, codes, options)),
          attachments: await attachmentsOf(outgoing, codes, options, 'new-service'),
        },
        keys: keysOf({ bureauId: subject.bureauId, number: subject.number }, ...services),
      }
    case 'new-access': {
      const [access] = first?.accesses ?? []
      return {
        name: 'new-access',
        operation: 'new-access',
        record: {
          service: byNumber(first ?? {}),
          access: accessOf(access, codes, options, 'services.0.access.0', false),
          attachments: await attachmentsOf(outgoing, codes, options, 'numbers'),
          // The practice of filing passwords ended in 2020; V3.0 still has the element, so an empty one stands in it.
          filingPasswordDigest: filingPasswordDigest(''),
        },
        keys: keysOf(access ?? {}, first ?? {}),
      }
    }
    case 'change-subject':
    case 'change-service':
    case 'change-access':
      return {
        name: 'change-filing',
        operation: 'change-filing',
        record: {
          subject: subjectOf(outgoing, codes, { bureauId: subject.bureauId, filingNumber: subject.number }),
          services: services.map((one, at) => ({
            ...serviceOf(one, outgoing, codes, options, at, true),
            bureauId: one.bureauId,
            filingNumber: one.number,
          })) as Service[],
          attachments: await attachmentsOf(outgoing, codes, options, 'numbers'),
        },
        keys: keysOf({ bureauId: subject.bureauId, number: subject.number }),
      }
    case 'cancel-subject':
    case 'cancel-service':
    case 'cancel-access': {
      const what = type === 'cancel-subject' ? 'subject' : type === 'cancel-service' ? 'service' : 'access'
      const target = what === 'subject' ? subject : what === 'service' ? first : first?.accesses[0]
      if (what === 'access' && first?.accesses.length !== 1) codes.problems.push(oneAccess)
      else if (target?.bureauId === undefined) codes.problems.push(what === 'access' ? notThisAccess : notPublished)
      return {
        name: 'cancel-filing',
        operation: `cancel-${what}`,
        record: {
          what,
          bureauId: target?.bureauId ?? '',
          reason: codes.of('cancel-reason', cancelWords[outgoing.cancelReason ?? 'other'], 'cancelReason'),
          ...(what === 'subject' ? { filingPasswordDigest: filingPasswordDigest('') } : {}),
        },
        keys: keysOf({ bureauId: target?.bureauId, number: target?.number }),
      }
    }
  }
}

const oneAccess = {
  field: 'services.0.access',
  message: { zh: '一单取消一处接入：只留要取消的那一处', en: 'One order gives up one access: leave only that one' },
  ours: false,
} as const
const notThisAccess = {
  field: 'services.0.access',
  message: {
    zh: '备案里没有这个服务器地址的接入：填备案的那个地址',
    en: 'No access with this address is filed: give the address that is',
  },
  ours: false,
} as const
const notPublished = {
  field: 'subject',
  message: { zh: '管局还没有下发这一条的编号', en: 'The bureau has not told its own id of this yet' },
  ours: true,
} as const

function byNumber({ bureauId, number }: BureauIds): { filingNumber: string } | { bureauId: string } {
  return number === undefined && bureauId !== undefined ? { bureauId } : { filingNumber: number ?? '' }
}

function subjectOf({ subject: { subject } }: Outgoing, codes: BureauCodes, ids: Partial<Subject>): Subject {
  const { nature, certificate, principal, region = {} } = subject
  const area = areaCodes(region)
  return {
    ...ids,
    kind: nature === 'person' ? 'person' : 'organisation',
    name: subject.name ?? '',
    nature: codes.of('nature', nature && natureWords[nature], 'subject.nature'),
    ...(subject.investor ? { investor: subject.investor } : {}),
    address: { ...area, street: subject.correspondenceAddress ?? '' },
    certificate: {
      kind: codes.of('certificate-kind', wordsOfPaper(certificate?.kind), 'subject.certificate.kind'),
      number: certificate?.number ?? '',
      address: certificate?.address ?? '',
    },
    principal: personOf(principal, codes, 'subject.principal'),
    ...(subject.remark ? { remark: subject.remark } : {}),
  }
}

/** Undefined while nothing is chosen; a kind that no bureau is known to have is looked for under its own id, in vain. */
function wordsOfPaper(kind: string | undefined): readonly string[] | undefined {
  return kind ? (certificateWords[kind] ?? [kind]) : undefined
}

function personOf(principal: Outgoing['subject']['subject']['principal'], codes: BureauCodes, field: string): Person {
  const { name, officePhone, phone, email, certificate } = principal ?? {}
  return {
    ...(name ? { name } : {}),
    ...(officePhone ? { officePhones: [officePhone] } : {}),
    ...(phone ? { mobile: phone } : {}),
    ...(email ? { emails: [email] } : {}),
    ...(certificate?.number
      ? {
          certificate: {
            kind: codes.of('certificate-kind', wordsOfPaper(certificate.kind), `${field}.certificate.kind`),
            number: certificate.number,
          },
        }
      : {}),
  }
}

function newServiceOf(one: OutgoingService, outgoing: Outgoing, codes: BureauCodes, options: MakeOptions): Service {
  const at = outgoing.services.indexOf(one)
  return { ...serviceOf(one, outgoing, codes, options, at, false), id: one.ownId }
}

function serviceOf(
  { service, domains, accesses }: OutgoingService,
  { subject, papers }: Outgoing,
  codes: BureauCodes,
  options: MakeOptions,
  at: number,
  filed: boolean,
): Service {
  const field = `services.${at}`
  const { content, languages = [], preApprovals = [] } = service
  const scans = papers.filter(({ kind, service: of }) => kind === 'pre-approval' && of === (service.key ?? null))
  const base = {
    names: [service.name ?? ''],
    contents: [codes.of('service-content', content && contentWords[content], `${field}.content`)],
    languages: languages.map((language) =>
      codes.of('language', languageWords[language.toLowerCase()] ?? otherLanguage, `${field}.languages`),
    ),
    ...(preApprovals.length > 0
      ? {
          preApprovals: preApprovals.map(
            ({ type, number }): PreApproval => ({
              content: codes.of('pre-approval-content', preApprovalWords[type], `${field}.preApprovals`),
              number: number ?? '',
              scans: scans.map(({ picture }) => picture),
            }),
          ),
        }
      : {}),
    domains: domains.map(({ ownId, bureauId, name }) => ({ id: ownId, ...(bureauId && { bureauId }), name })),
    accesses: accesses.map((access, index) =>
      accessOf(access, codes, options, `${field}.access.${index}`, filed && access.bureauId !== undefined),
    ),
    principal: personOf(service.principal ?? subject.subject.principal, codes, `${field}.principal`),
    ...(service.remark ? { remark: service.remark } : {}),
  }
  const { app } = service
  const [platform] = app?.platforms ?? []
  switch (service.kind) {
    case 'website':
      return { kind: 'website', ...base, ...(service.homeUrl ? { homeUrl: service.homeUrl } : {}) }
    case 'app':
      return {
        kind: 'app',
        ...base,
        platforms: (app?.platforms ?? []).flatMap(({ platform: system, packageId, publicKey, fingerprint }) =>
          system === 'android' || system === 'ios' || system === 'harmony'
            ? [{ system, packageId: packageId ?? '', publicKey: publicKey ?? '', certificateDigest: fingerprint ?? '' }]
            : [],
        ),
      }
    case 'mini-program':
      return { kind: 'mini-program', ...base, host: platform?.platform ?? '', appId: platform?.packageId ?? '' }
    case 'quick-app':
      return { kind: 'quick-app', ...base, packageId: platform?.packageId ?? '' }
  }
}

function accessOf(
  access: OutgoingAccess | undefined,
  codes: BureauCodes,
  { bureau }: MakeOptions,
  field: string,
  filed: boolean,
): WireAccess {
  return {
    ...(filed ? { bureauId: access?.bureauId } : { id: access?.ownId }),
    places: [codes.bureauOf(Number(access?.place ?? bureau), `${field}.place`)],
    modes: [codes.of('access-mode', access?.mode && modeWords[access.mode], `${field}.mode`)],
    addresses: (access?.addresses ?? []).map(
      ({ ownId, bureauId, ip }): IpRange => ({ id: ownId, ...(bureauId && { bureauId }), first: ip, last: ip }),
    ),
  } as WireAccess
}

/** Attachments are named by our ids where the bureau has none yet, by numbers or its own ids elsewhere. */
async function attachmentsOf(
  { papers, subject, services }: Outgoing,
  codes: BureauCodes,
  { profile }: MakeOptions,
  named: 'own' | 'new-service' | 'numbers',
): Promise<Attachment[]> {
  const format = codes.of('attachment-format', ['jpg', 'JPG', 'jpeg'], 'papers')
  const made: Attachment[] = []
  for (const [at, { kind, service, picture }] of papers.entries()) {
    if (kind === 'pre-approval') continue
    const of = service === null ? undefined : services.find(({ ownId }) => ownId === service)
    const words = purposeWords(kind, of !== undefined)
    const purpose = always.has(kind)
      ? codes.of('attachment-purpose', words, `papers.${at}`)
      : codes.find('attachment-purpose', words, `papers.${at}`)
    // A bureau whose table has no purpose for it has no use for it; it stays with us, for whoever asks.
    if (purpose === undefined) continue
    const { limits } = profile
    const sheet = limits.verificationSheetPurposes.includes(purpose)
    const content = await fitted(picture, sheet ? limits.verificationSheetBase64 : limits.attachmentBase64)
    if ('says' in content) {
      codes.problems.push({ field: `papers.${at}`, message: content.says, ours: false })
      continue
    }
    const ids: BureauIds & { ownId: string } = of ?? subject
    const byOwn = named === 'own' || (named === 'new-service' && of !== undefined)
    made.push({
      format,
      purpose,
      content: content.bytes,
      of: {
        what: of ? 'service' : 'subject',
        ...(byOwn ? { id: ids.ownId } : ids.number ? { filingNumber: ids.number } : { bureauId: ids.bureauId }),
      },
    } as Attachment)
  }
  return made
}

/** Papers that every bureau takes. */
const always: ReadonlySet<string> = new Set([
  'verification-form',
  'subject-certificate',
  'principal-front',
  'principal-back',
])

async function fitted(picture: Uint8Array, largestBase64: number) {
  try {
    return await fitPicture(picture, { largestBase64 })
  } catch (error) {
    if (error instanceof PictureRefused) return { says: error.says }
    throw error
  }
}
