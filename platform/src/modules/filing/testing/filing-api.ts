import { setTimeout as delay } from 'node:timers/promises'
import { madeUpCard } from '@yuming/papers/testing'
import { madeUpPortrait } from '@yuming/papers/testing-portrait'
import type { Clock } from '../../../kernel/clock/index.ts'
import type { Db } from '../../../kernel/database/index.ts'
import { systemRandom } from '../../../kernel/random.ts'
import { createVault, keyFileService, type Vault } from '../../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../../testing/console-api.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { nameOfUser } from '../../accounts/index.ts'
import { loadCatalog } from '../../catalog/index.ts'
import { createOrderChanges } from '../../orders/index.ts'
import { registrantsRoutes } from '../../registrants/index.ts'
import {
  type BureauFiles,
  type BureauLines,
  type Bureaus,
  bureauFileRoutes,
  bureauLineRoutes,
  bureauMatterRoutes,
  type FilingRegister,
  filingCheckRoutes,
  filingDutyRoutes,
  filingEntryRoutes,
  filingPaperRoutes,
  filingReviewRoutes,
  filingRoutes,
  type RegisteredFiling,
} from '../index.ts'
import type { ChangeHints, NameOfUser } from '../ports.ts'
import { principal, registeredName, verifiedPerson } from './applicants.ts'

/** A challenge that a test answers in no time. */
export const human = { secret: 'a secret of the tests', bits: 4 }

/** Nobody tells of changes: who watches looks by itself. */
export const noHints: ChangeHints = { next: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined) }

/** A provider that no bureau has connected yet. */
export const noBureaus: Bureaus = {
  ids: [],
  has: () => false,
  carriage: () => ({ interface: 'V3.0', kinds: new Set(['website']), ipv6: false }),
  make: () => Promise.reject(new Error('no bureau')),
  show: () => Promise.reject(new Error('no bureau')),
  makeAnswer: () => Promise.reject(new Error('no bureau')),
  send: () => Promise.reject(new Error('no bureau')),
  drain: () => Promise.reject(new Error('no bureau')),
  unprocessed: async () => [],
  open: async () => undefined,
  processed: async () => {},
  failed: async () => {},
}

export const noLines: BureauLines = {
  stopped: async () => [],
  failing: async () => [],
  setAside: async () => false,
  release: async () => undefined,
}

export interface FilingApi extends TestApi {
  readonly vault: Vault
  readonly nameOf: NameOfUser
  /** What the bureaus' register says of a domain. */
  readonly register: Map<string, RegisteredFiling>
  readonly idCard: Buffer
  /** Whether names open from outside; a name that is not there cannot be told. */
  readonly open: Map<string, boolean>
}

/** The API with the filing's routes, over a real database. */
export async function filingApi(
  bureausOf: (deps: { db: Db; vault: Vault; clock: Clock }) => Bureaus = () => noBureaus,
  lines: BureauLines = noLines,
  filesOf?: (deps: { vault: Vault }) => BureauFiles,
): Promise<FilingApi> {
  const register = new Map<string, RegisteredFiling>()
  const open = new Map<string, boolean>()
  const idCard = await (await madeUpCard('id-front')).jpeg({ quality: 92 }).toBuffer()
  let vault: Vault | undefined
  let nameOf: NameOfUser = async () => undefined
  let changes: ReturnType<typeof createOrderChanges> | undefined
  const api = await testApi(({ clock, database, signIn }) => {
    nameOf = nameOfUser(signIn)
    changes = createOrderChanges(database.pool)
    vault = createVault({ keys: keyFileService(`${temporaryFolder('keys')}/vault.key`), clock, random: systemRandom })
    const bureaus = bureausOf({ db: database.db, vault, clock })
    const deps = {
      vault,
      catalog: loadCatalog(),
      register: {
        byDomain: async (_: string | undefined, ascii: string) => register.get(ascii),
        byCertificate: async () => ({ filed: false }),
        ...(isRegister(bureaus) && bureaus),
      },
      probe: { look: async (host: string) => ({ open: open.get(host), because: 'page' as const, addresses: [] }) },
      knownToMinistry: async () => undefined,
      bureaus,
      nameOf,
      changes,
    }
    return [
      registrantsRoutes({ vault, origin: testOrigin }),
      filingRoutes({ ...deps, human }),
      filingPaperRoutes({ vault, origin: testOrigin }),
      filingCheckRoutes({ vault }),
      filingReviewRoutes(deps),
      filingEntryRoutes(deps),
      filingDutyRoutes({ vault }),
      bureauMatterRoutes(deps),
      bureauLineRoutes(lines),
      ...(filesOf ? [bureauFileRoutes(filesOf({ vault }))] : []),
    ]
  })
  if (!vault || !changes) throw new Error('the vault was not made')
  const watched = changes
  await watched.start()
  const close = async () => {
    await watched.stop()
    await api.close()
  }
  return { ...api, close, vault, nameOf, register, open, idCard }
}

/** Bureaus that can be asked themselves are asked, instead of the map. */
const isRegister = (bureaus: Bureaus): bureaus is Bureaus & FilingRegister => 'byDomain' in bureaus

export interface Applicant {
  readonly who: Visitor
  readonly template: string
  readonly name: string
}

/** A customer with a verified holder and a name of theirs that is not filed. */
export async function applicant(api: FilingApi, which = 0, by?: Visitor): Promise<Applicant> {
  const who = by ?? (await api.customer())
  const template = await verifiedPerson(api, who, which)
  const name = await registeredName(api, who, template)
  api.register.set(name, { filed: false })
  return { who, template, name }
}

export const begin = (who: Visitor, template: string, ...domains: string[]) =>
  who.call('POST', 'v1/filings', { template, domains })

/** Sends a picture as the body. */
export async function sendPicture(api: TestApi, who: Visitor | undefined, path: string, picture: Uint8Array) {
  const response = await fetch(`${api.address}/${path}`, {
    method: 'POST',
    headers: { 'x-yuming': '1', ...(who && { cookie: who.cookie() }), 'content-type': 'image/jpeg' },
    body: new Uint8Array(picture),
  })
  return { status: response.status, body: (await response.json()) as ReturnType<typeof JSON.parse> }
}

/** A site that the rules have nothing against. */
export const site = (name: string, person = { name: '张三', number: '440308198503150031' }) => ({
  kind: 'website',
  name: '山月手记小站',
  domains: [name],
  homeUrl: `www.${name}`,
  content: 'other',
  languages: ['zh'],
  remark: '个人学习笔记和摄影作品展示，不涉及经营',
  preApprovals: [],
  principal: {
    ...principal,
    phone: '13800000000',
    email: 'zhang@example.cn',
    name: person.name,
    certificate: { kind: 'cn-resident-id', number: person.number },
  },
  access: [{ product: 'cloud-server', ips: ['203.0.113.10'], mode: 'cloud', place: '广东省' }],
})

type Filing = Applicant & {
  person?: { name: string; number: string }
  /** What is filed; a site where nothing is said. */
  service?: { readonly kind: string }
}

/** An order of the applicant that is filled in, with its papers, and may be submitted. */
export async function readyDraft(api: FilingApi, applicant: Filing): Promise<string> {
  const { who, template, name, service } = applicant
  const kind = service?.kind ?? 'website'
  const begun = await who.call('POST', 'v1/filings', { template, domains: [name], kind })
  if (begun.status !== 201) throw new Error(`beginning answered ${begun.status} ${JSON.stringify(begun.body)}`)
  // Pictures take a second of processor time to be looked at: the first order's are handed in with the others.
  const earlier = looked.get(api.vault)
  await fillIn(api, applicant, begun.body.number, earlier)
  if (earlier === undefined) looked.set(api.vault, begun.body.number)
  return begun.body.number
}

/** The order whose papers were looked at. */
const looked = new WeakMap<Vault, string>()

/** Writes into a draft what a site of the applicant needs, and hands its papers in. */
export async function fillIn(
  api: FilingApi,
  { who, name, person, service = site(name, person) }: Filing,
  number: string,
  /** An order whose papers are handed in again, instead of having pictures looked at once more. */
  papersOf?: string,
): Promise<void> {
  const put = async (step: string, body: unknown) => {
    const answer = await who.call('PUT', `v1/filings/${number}/draft/${step}`, body)
    if (answer.status !== 200) throw new Error(`${step} answered ${answer.status} ${JSON.stringify(answer.body)}`)
  }
  const { draft } = (await who.call('GET', `v1/filings/${number}`)).body
  await put('services', { services: [{ ...service, key: draft.services[0].key }] })
  await put('subject', {
    subject: {
      ...draft.subject,
      region: { province: '广东省', city: '深圳市', county: '南山区' },
      certificate: { ...draft.subject.certificate, address: '广东省深圳市南山区科技园一路1号' },
      correspondenceAddress: '广东省深圳市南山区科技园一路1号',
      principal: { ...draft.subject.principal, emergencyPhone: '13900000001' },
    },
  })
  await put('consent', { consent: true })
  const kinds = ['principal-front', 'principal-back', 'verification-form', 'domain-certificate', 'pledge']
  if (papersOf !== undefined) {
    const { rowCount } = await api.pool.query(
      `insert into filing_paper (id, account, filing_order, kind, service, item, width, height, bytes, findings, via, uploaded_at)
       select gen_random_uuid(), new.account, new.id, kind, null, item, width, height, bytes, findings, via, uploaded_at
       from filing_paper join filing_order old on old.id = filing_order and old.number = $1
         cross join (select account, id from filing_order where number = $2) as new
       where kind <> 'person-photo' and removed_at is null`,
      [papersOf, number],
    )
    // Some of the other order's may have been taken back or destroyed meanwhile.
    if (rowCount === kinds.length) return
    await api.pool.query(
      'delete from filing_paper where filing_order = (select id from filing_order where number = $1)',
      [number],
    )
  }
  await Promise.all(kinds.map((kind) => sendPicture(api, who, `v1/filings/${number}/papers/${kind}`, api.idCard)))
}

let photos = 0

/** Takes the photograph of the principal with a phone that has scanned the code, and hands it in. */
export async function takePhoto(api: FilingApi, who: Visitor, number: string, photo?: Uint8Array) {
  const { url } = (await who.call('POST', `v1/filings/${number}/upload-link`)).body
  const token = String(url).split('/').at(-1)
  // No two photographs are the same: one that was used before is refused.
  const clothes = `#3d4a${(0x20 + photos++).toString(16)}`
  const bytes = photo ?? (await (await madeUpPortrait({ clothes })).jpeg({ quality: 92 }).toBuffer())
  const kept = await sendPicture(api, undefined, `v1/filing-uploads/${token}/person-photo?live=1`, bytes)
  if (kept.status !== 201) return kept
  return who.call('POST', `v1/filings/${number}/photo`)
}

/** Opens every paper of an order as this reviewer. */
export async function lookAtPapers(reviewer: Visitor, number: string): Promise<void> {
  const { status, body } = await reviewer.call('GET', `v1/filing-reviews/${number}`)
  if (status !== 200) throw new Error(`the review answered ${status} ${JSON.stringify(body)}`)
  const { papers } = body
  for (const { id } of papers) {
    const { url } = (await reviewer.call('POST', `v1/filing-reviews/${number}/papers/${id}/views`)).body
    await reviewer.call('GET', url.slice(1))
  }
}
