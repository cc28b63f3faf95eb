import type { IpAllocation, IpBroadcast, IpRemoval, IpSource, IpUse, OwnIp } from '../../model/ip-report.ts'
import { absent, optional } from '../../shape/compose.ts'
import { type Body, type Part, type Parts, record } from '../../shape/part.ts'
import { area, code, day, id, ipv4, oneOf, text } from '../../shape/scalars.ts'

/** Section 6.8. New reports carry our id, changes the bureau's. */
const ids = (own: boolean) => ({ id: own ? id('IspId') : absent, bureauId: own ? absent : id('Id') })
const range = { first: ipv4('Qsip'), last: ipv4('Zzip') }

export const ipSource = (own: boolean): Body<IpSource> =>
  record<IpSource>({
    ...ids(own),
    ...range,
    sourceUnitId: id('Lydw'),
    remark: optional(text('Bz', 1, own ? 512 : 1024)),
  })

export const ipBroadcast = (own: boolean): Body<IpBroadcast> =>
  record<IpBroadcast>({
    ...ids(own),
    broadcasterId: id('Gbdw'),
    applicantId: id('Sqdw'),
    ...range,
    remark: optional(text('Bz', 1, 1024)),
  })

const mediaFlag = oneOf('Sfymtz', { 0: 'no', 1: 'yes' })
const mediaSite: Part<boolean> = {
  write: (value, to) => mediaFlag.write(value === undefined ? undefined : value ? 'yes' : 'no', to),
  read: (from) => mediaFlag.read(from) === 'yes',
}

const use: Parts<IpUse> = {
  usage: oneOf('Syfs', { 1: 'static', 2: 'dynamic', 3: 'unknown' }),
  usedSince: day('Fprq'),
  mediaSite,
  unitName: text('Dwmc', 1, 255),
  unitNature: code('Dwxz'),
  unitClass: code('Dwfl'),
  industry: code('Dwhyfl'),
  province: area('Shengid'),
  city: area('Shiid'),
  county: area('Xianid'),
  street: text('Xxdz', 1, 512),
  contactName: text('Lxrxm', 1, 20),
  contactPhone: text('Lxrdh', 11, 255),
  contactEmail: text('Lxrdzyj', 6, 255),
  gateway: ipv4('Wgip'),
  gatewayPlace: text('Wgdz', 1, 512),
}

const allOptional = Object.fromEntries(
  Object.entries(use).map(([key, part]) => [key, optional(part as Part<unknown>)]),
) as Parts<IpUse>

export const ipAllocation = (own: boolean): Body<IpAllocation> =>
  record<IpAllocation>({
    ...ids(own),
    ...range,
    mode: oneOf('Fpfs', { 1: 'allocated-and-used', 2: 're-allocated', 3: 'own-use', 4: 'reserved' }),
    allocatedTo: optional(id('Fpdx')),
    ...allOptional,
    remark: optional(text('Bz', 1, 1024)),
  })

/** Whether the source is a reporting unit is told twice: by a flag, and by having an id. */
const source: Part<OwnIp['source']> = {
  write(value, to) {
    if (value === undefined) {
      to.missing()
      return
    }
    to.element('Ly_dwlx', 'unitId' in value ? '1' : '0')
    to.inside('Lydw', () => {
      if ('unitId' in value) id('Ly_dwid').write(value.unitId, to)
      else text('Ly_dwmc', 1, 255).write(value.unitName, to)
    })
  },
  read(from) {
    from.required('Ly_dwlx')
    const inside = from.into(from.required('Lydw'))
    return inside.one('Ly_dwid')
      ? { unitId: id('Ly_dwid').read(inside) }
      : { unitName: text('Ly_dwmc', 1, 255).read(inside) }
  },
}

/** The gateway is due in a new report, and may be left out of a change (section 8, 30). */
export const ownIp = (own: boolean): Body<OwnIp> =>
  record<OwnIp>({
    ...ids(own),
    ...range,
    ...use,
    unitClass: absent,
    industry: absent,
    county: optional(use.county as Part<number>),
    ...(own
      ? {}
      : {
          contactName: text('Lxrxm', 2, 20),
          gateway: optional(ipv4('Wgip')),
          gatewayPlace: optional(text('Wgdz', 1, 512)),
        }),
    remark: optional(text('Bz', 1, 1024)),
    source,
  })

export const ipRemoval: Body<IpRemoval> = record<IpRemoval>({ bureauId: id('Id') })
