import type { ByNumber, FilingOperation, ReceivedUpload, ResultCode, Service, Subject } from '@yuming/miit'
import type { Row } from '../store/store.ts'
import type { KnownDomains } from './known-domains.ts'
import { certificateKey, type Register } from './register.ts'
import type { BureauRequest, NewRequest } from './requests.ts'

export interface Files {
  readonly register: Register
  readonly domains: KnownDomains
  /** Requests under way, of all bureaus. */
  readonly open: readonly BureauRequest[]
}

export interface Examined {
  readonly request: NewRequest
  /** Why the machine sends it back at once; empty: it goes on. */
  readonly codes: readonly ResultCode[]
  readonly persons: readonly Subject['principal'][]
}

const refuse = (code: number, description: string): ResultCode => ({ code, description })

/** The pictures stay in the uploaded file. */
const withoutPictures = (record: object) =>
  JSON.stringify(record, (key, value) => (key === 'attachments' || key === 'scans' ? undefined : value))

const nameOf = (what: ByNumber): string => ('filingNumber' in what ? what.filingNumber : what.bureauId)
const namesOf = (services: readonly Service[]) =>
  services.flatMap((service) => service.domains.map(({ name }) => name.toLowerCase()))

/** What the bureau's machine finds in each record of an ICP upload, before any person sees it. */
export function examine(bureau: string, provider: string, upload: ReceivedUpload, files: Files): Examined[] {
  switch (upload.name) {
    case 'new-filing':
      return upload.records.map((record) => {
        const { subject, services } = record
        const certificate = certificateKey(subject)
        const codes = [...ofProvince(bureau, subject), ...ofDomains(namesOf(services), files)]
        if (files.register.subjectByCertificate(certificate)) codes.push(refuse(1003, '主办者冲突：该证件已有备案'))
        if (files.open.some((one) => one.certificate === certificate))
          codes.push(refuse(1017, '该主办者有正在办理的申请'))
        return examined('new-filing', subject.id ?? null, subject.id ?? null, {
          bureau,
          record,
          certificate,
          domains: namesOf(services),
          target: null,
          title: titleOf(subject.name, services),
          codes,
          persons: [subject.principal, ...services.map(({ principal }) => principal)],
        })
      })
    case 'new-service':
      return upload.records.map((record) => {
        const { services } = record
        const found = files.register.subject(bureau, record.subject)
        const codes = [...ofDomains(namesOf(services), files)]
        if (!found) codes.push(refuse(1058, '主体不存在'))
        const subject = found && subjectIn(found)
        return examined('new-service', nameOf(record.subject), services[0]?.id ?? null, {
          bureau,
          record,
          certificate: found ? String(found.certificate) : null,
          domains: namesOf(services),
          target: found ? String(found.id) : null,
          title: titleOf(subject?.name ?? '', services),
          codes,
          persons: [...(subject ? [subject.principal] : []), ...services.map(({ principal }) => principal)],
        })
      })
    case 'new-access':
      return upload.records.map((record) => {
        const found = files.register.service(bureau, record.service)
        const codes: ResultCode[] = []
        if (!found) codes.push(refuse(1059, '网站不存在'))
        else if (files.register.hasAccessOf(found.id, provider)) codes.push(refuse(1038, '接入已报备'))
        return examined('new-access', record.access.id ?? nameOf(record.service), record.access.id ?? null, {
          bureau,
          record,
          certificate: null,
          domains: [],
          target: found ? String(found.id) : null,
          title: titleOf(found?.number ?? nameOf(record.service), filedImages(found, files)),
          codes,
          // As filed at the earlier provider, with the number stated there.
          persons: filedImages(found, files).map(({ principal }) => principal),
        })
      })
    case 'change-filing':
      return upload.records.map((record) => {
        const { subject, services } = record
        const found = files.register.subject(bureau, subject)
        const codes = [...ofProvince(bureau, subject)]
        const mine = found ? Number(found.id) : 0
        for (const name of namesOf(services)) {
          const owner = files.register.serviceOfDomain(name)
          if (owner && owner.subject !== mine) codes.push(refuse(1005, `域名已备案：${name}`))
          else if (!owner && !files.domains.knows(name)) codes.push(refuse(1004, `域名未入库：${name}`))
        }
        if (!found) codes.push(refuse(1016, '备案数据不存在'))
        else if (files.open.some((one) => one.operation === 'change-filing' && one.target === String(mine)))
          codes.push(refuse(1017, '变更审核中'))
        return examined(
          'change-filing',
          subject.bureauId ?? subject.filingNumber ?? null,
          found ? String(mine) : null,
          {
            bureau,
            record,
            certificate: certificateKey(subject),
            domains: namesOf(services),
            target: found ? String(mine) : null,
            title: titleOf(subject.name, services),
            codes,
            persons: [subject.principal, ...services.map(({ principal }) => principal)],
          },
        )
      })
    case 'cancel-filing':
      return upload.records.map((record) => {
        const { what, bureauId } = record
        const name = { bureauId }
        const { register } = files
        const found =
          what === 'subject'
            ? register.subject(bureau, name)
            : what === 'service'
              ? register.service(bureau, name)
              : register.access(bureau, bureauId)
        const operation: FilingOperation = `cancel-${what}`
        const codes: ResultCode[] = []
        if (!found) codes.push(refuse(what === 'subject' ? 1058 : what === 'service' ? 1059 : 1016, '备案数据不存在'))
        if (files.open.some((one) => one.operation === operation && one.target === bureauId))
          codes.push(refuse(what === 'subject' ? 1027 : what === 'service' ? 1030 : 1032, '重复申请注销'))
        const service = what === 'service' ? filedImages(register.service(bureau, name), files) : []
        const ofService = service.map(({ principal }) => principal)
        const access = what === 'access' ? register.access(bureau, bureauId) : undefined
        if (access && register.countOf('access', access.service) === 1)
          codes.push(refuse(1025, '该接入是网站的唯一接入'))
        return examined(operation, bureauId, bureauId, {
          bureau,
          record,
          certificate: null,
          domains: [],
          target: bureauId,
          title: titleOf(bureauId, service),
          codes,
          // 取消接入 needs no check.
          persons: what === 'subject' && found && 'image' in found ? [subjectIn(found).principal] : ofService,
        })
      })
    default:
      return []
  }
}

function examined(
  operation: FilingOperation,
  resultKey: string | null,
  recordId: string | null,
  about: Omit<Examined['request'], 'operation' | 'resultKey' | 'recordId' | 'record'> &
    Pick<Examined, 'codes' | 'persons'> & { record: object },
): Examined {
  const { codes, persons, record, ...request } = about
  return { request: { ...request, operation, resultKey, recordId, record: withoutPictures(record) }, codes, persons }
}

/** 1045: a bureau takes filings of its own province only. */
const ofProvince = (bureau: string, { address }: Subject): ResultCode[] =>
  String(address.province).slice(0, 2) === bureau.slice(0, 2) ? [] : [refuse(1045, '只能向主体所在省的管局报送')]

function ofDomains(names: readonly string[], { register, domains, open }: Files): ResultCode[] {
  return names.flatMap((name) => {
    if (register.serviceOfDomain(name)) return [refuse(1005, `域名已备案：${name}`)]
    if (open.some((one) => one.domains.includes(name))) return [refuse(1039, `域名正在办理：${name}`)]
    if (!domains.knows(name)) return [refuse(1004, `域名未入库：${name}`)]
    return []
  })
}

const subjectIn = (row: Row) => JSON.parse(String(row.image)) as Subject

function filedImages(found: { readonly id: number } | undefined, { register }: Files): Service[] {
  const image = found && register.imageOf(found.id)
  return image ? [image] : []
}

const titleOf = (subject: string, services: readonly Service[]) =>
  [subject, ...services.flatMap(({ names }) => names), ...namesOf(services)].join(' · ')
