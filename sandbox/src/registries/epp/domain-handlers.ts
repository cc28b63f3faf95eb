import {
  type AuthInfoChange,
  domainCheck,
  domainCreate,
  domainDelete,
  domainInfo,
  domainRenew,
  domainTransfer,
  domainUpdate,
  type NameServers,
  type Period,
  type TransferData,
} from '@yuming/epp'
import { checkDomain } from '../commands/domain-check.ts'
import { createDomain } from '../commands/domain-create.ts'
import { deleteDomain } from '../commands/domain-delete.ts'
import { findDomain } from '../commands/domain-find.ts'
import { renewDomain } from '../commands/domain-renew.ts'
import { restoreDomain } from '../commands/domain-restore.ts'
import { answerTransfer, queryTransfer, requestTransfer } from '../commands/domain-transfer.ts'
import { updateDomain } from '../commands/domain-update.ts'
import { readHostName } from '../commands/hosts.ts'
import { type DomainRecord, shownStatuses, type TransferRecord } from '../domain-record.ts'
import { checkAuth } from '../office.ts'
import { Refused } from '../refused.ts'
import { complianceInfo, domainInfoExtensions, restoreAnswer } from './answer-extensions.ts'
import { type Call, type Handler, on } from './dispatch.ts'
import { chargedFee, checkedFees, requireFee } from './fee.ts'

export const domainHandlers: readonly Handler[] = [
  on(domainCheck, ({ names }, call) => ({
    data: { results: names.map((name) => checkDomain(call.office, name)) },
    extensions: checkedFees(call, names),
  })),

  on(domainInfo, ({ name, hosts = 'all', authInfo }, call) => {
    const { office, clientId } = call
    const { domain } = findDomain(office, name)
    const isOurs = domain.sponsor === clientId
    if (!isOurs && authInfo) checkAuth(domain.authSha256, authInfo.pw)
    return {
      data: infoOf(domain, call, hosts),
      extensions: [
        ...(isOurs || authInfo ? domainInfoExtensions(call, domain) : []),
        ...complianceInfo(call, domain, isOurs),
      ],
    }
  }),

  on(domainCreate, (request, call) => {
    const years = yearsOf(request.period)
    requireFee(call, 'create', request.name, years)
    const { domain, fen } = createDomain(call.office, call.clientId, {
      name: request.name,
      years,
      nameservers: hostObjects(request.nameservers),
      registrant: request.registrant,
      contacts: request.contacts ?? [],
      password: request.authInfo.pw || undefined,
      ds: call.extensions.secDns?.add ?? [],
      cnnic: call.extensions.cnnicDomain,
      idnLanguage: call.extensions.idnLanguage,
      codes: call.extensions.codes ?? [],
    })
    return {
      data: { name: domain.name, crDate: domain.crDate, exDate: domain.exDate },
      extensions: chargedFee(call, 'create', fen),
    }
  }),

  on(domainUpdate, (request, call) => {
    const { office, clientId, extensions } = call
    if (extensions.restore) {
      const domain = restoreDomain(office, clientId, { name: request.name, operation: extensions.restore })
      return { extensions: restoreAnswer(domain) }
    }
    const updated = updateDomain(office, clientId, {
      name: request.name,
      clTRID: call.clTRID,
      add: part(request.add),
      rem: part(request.rem),
      registrant: request.chg?.registrant,
      password: newPassword(request.chg?.authInfo),
      ds: extensions.secDns,
      cnnic: extensions.cnnicDomainChange,
      codes: extensions.codes,
    })
    return updated.newHolder ? { code: 1001 } : {}
  }),

  on(domainDelete, ({ name }, { office, clientId }) => ({ code: deleteDomain(office, clientId, name) })),

  on(domainRenew, ({ name, curExpDate, period }, call) => {
    const years = yearsOf(period)
    requireFee(call, 'renew', name, years)
    const { domain, fen } = renewDomain(call.office, call.clientId, { name, currentExpiry: curExpDate, years })
    return { data: { name: domain.name, exDate: domain.exDate }, extensions: chargedFee(call, 'renew', fen) }
  }),

  on(domainTransfer, ({ op, name, years = 1, pw: password }, call) => {
    const { office, clientId } = call
    if (op === 'request') {
      requireFee(call, 'transfer', name, years)
      const transfer = requestTransfer(office, clientId, { name, years, password })
      return { code: 1001, data: transferData(name, transfer), extensions: chargedFee(call, 'transfer', transfer.fen) }
    }
    const transfer =
      op === 'query'
        ? queryTransfer(office, clientId, { name, password })
        : answerTransfer(office, clientId, { name, answer: op })
    return { data: transferData(name, transfer) }
  }),
]

export function transferData(name: string, transfer: TransferRecord): TransferData {
  const { status, reID, reDate, acID, acDate, exDate } = transfer
  return { name, trStatus: status, reID, reDate, acID, acDate, ...(exDate ? { exDate } : {}) }
}

function infoOf(domain: DomainRecord, { office, clientId }: Call, hosts: 'all' | 'del' | 'sub' | 'none') {
  const { upID, upDate, trDate, registrant } = domain
  const isOurs = domain.sponsor === clientId
  const delegated = hosts === 'all' || hosts === 'del' ? domain.nameservers : []
  return {
    name: domain.name,
    roid: domain.roid,
    statuses: shownStatuses(domain).map((s) => ({ s })),
    ...(registrant && isOurs ? { registrant } : {}),
    contacts: isOurs ? domain.contacts.map(({ type, id }) => ({ type: contactType(type), id })) : [],
    ...(delegated.length > 0
      ? { nameservers: { model: 'objects' as const, servers: delegated.map((name) => ({ name })) } }
      : {}),
    hosts: hosts === 'all' || hosts === 'sub' ? office.objects.subordinateHosts(domain.name) : [],
    clID: domain.sponsor,
    crID: domain.crID,
    crDate: domain.crDate,
    exDate: domain.exDate,
    ...(upID && upDate ? { upID, upDate } : {}),
    ...(trDate ? { trDate } : {}),
  }
}

function contactType(type: string): 'admin' | 'tech' | 'billing' {
  return type === 'admin' || type === 'tech' ? type : 'billing'
}

/** One year unless asked otherwise. @throws Refused 2306 for months */
function yearsOf(period: Period | undefined): number {
  if (!period) return 1
  if (period.unit === 'y') return period.value
  if (period.value % 12 !== 0) throw new Refused(2306, 'Only whole years are registered')
  return period.value / 12
}

/** @throws Refused 2306: these registries keep host objects (RFC 5731 §1.1) */
function hostObjects(nameservers: NameServers | undefined): string[] {
  if (!nameservers) return []
  if (nameservers.model === 'attributes') throw new Refused(2306, 'This registry takes host objects, no attributes')
  return nameservers.servers.map(({ name }) => readHostName(name))
}

function part(
  given:
    | {
        nameservers?: NameServers
        contacts?: readonly { type: string; id: string }[]
        statuses?: readonly { s: string }[]
      }
    | undefined,
) {
  return {
    nameservers: hostObjects(given?.nameservers),
    contacts: given?.contacts ?? [],
    statuses: (given?.statuses ?? []).map(({ s }) => s),
  }
}

/** undefined: unchanged; null: taken away, as an empty password also means (RFC 9154 §5.1). */
function newPassword(authInfo: AuthInfoChange | undefined): string | null | undefined {
  if (!authInfo) return undefined
  return authInfo.pw || null
}
