import { hostCheck, hostCreate, hostDelete, hostInfo, hostUpdate } from '@yuming/epp'
import { checkHost, createHost, deleteHost, findHost, updateHost } from '../commands/hosts.ts'
import { hostInfoExtensions } from './answer-extensions.ts'
import { type Handler, on } from './dispatch.ts'

const nothing = { addresses: [], statuses: [] }

export const hostHandlers: readonly Handler[] = [
  on(hostCheck, ({ names }, { office }) => ({ data: { results: names.map((name) => checkHost(office, name)) } })),

  on(hostInfo, ({ name }, call) => {
    const host = findHost(call.office, name)
    const { upID, upDate } = host
    const used = call.office.objects.hostIsUsed(host.name)
    return {
      data: {
        name: host.name,
        roid: host.roid,
        statuses: [...(host.statuses.length === 0 ? ['ok'] : host.statuses), ...(used ? ['linked'] : [])],
        addresses: host.addresses,
        clID: host.sponsor,
        crID: host.crID,
        crDate: host.crDate,
        ...(upID && upDate ? { upID, upDate } : {}),
      },
      extensions: hostInfoExtensions(host),
    }
  }),

  on(hostCreate, ({ name, addresses }, { office, clientId, extensions }) => {
    const host = createHost(office, clientId, { name, addresses, purveyor: extensions.cnnicHostPurveyor })
    return { data: { name: host.name, crDate: host.crDate } }
  }),

  on(hostUpdate, ({ name, add = nothing, rem = nothing, newName }, { office, clientId, extensions }) => {
    updateHost(office, clientId, { name, add, rem, newName, purveyor: extensions.cnnicHostPurveyor })
    return {}
  }),

  on(hostDelete, ({ name }, { office, clientId }) => {
    deleteHost(office, clientId, name)
    return {}
  }),
]
