import type { Access } from '../../model/access.ts'
import type { Domain } from '../../model/domain.ts'
import type { Service, Website } from '../../model/service.ts'
import { absent, fixed, group, list, optional } from '../../shape/compose.ts'
import { type Body, record } from '../../shape/part.ts'
import { id, text, texts } from '../../shape/scalars.ts'
import { contents, ipRange, languages, modes, newAccess, places, preApprovals, servicePrincipal } from './blocks.ts'
import { onlyWebsites } from './website.ts'

const domain = (ids: Pick<{ [K in keyof Domain]-?: ReturnType<typeof optional<string>> }, 'id' | 'bureauId'>) =>
  record<Domain>({ ...ids, name: text('Ym', 4, 128) })

/** Wz_xx of a site that the bureau does not know yet; the two kinds differ in the length of the home URL. */
export const newService = (longestUrl: number): Body<Service> =>
  onlyWebsites(
    record<Website>({
      kind: fixed('website'),
      id: id('IspWzid'),
      bureauId: absent,
      filingNumber: absent,
      names: texts('Wzmc', 1, 512),
      preApprovals,
      contents,
      languages,
      domains: list('Ym_xx', domain({ id: id('IspYmid'), bureauId: absent })),
      accesses: list('Jr_xx', newAccess),
      principal: group('Wz_Fzr', servicePrincipal),
      homeUrl: optional(text('Syurl', 4, longestUrl)),
      remark: optional(text('Wz_Bz', 1, 1024)),
    }),
  )

const changedAccess = record<Access>({
  id: absent,
  bureauId: id('Jrid'),
  providerId: absent,
  places,
  modes,
  addresses: list('Ip_xx', ipRange(id('IspIpid'), optional(id('Ipid')))),
  filedBy: absent,
})

/** Wz_xx of a change: a new domain or address is one without the bureau's id; sites and accesses cannot be added. */
export const changedService: Body<Service> = onlyWebsites(
  record<Website>({
    kind: fixed('website'),
    id: absent,
    bureauId: id('Wzid'),
    names: texts('Wzmc', 1, 512),
    preApprovals,
    contents,
    languages,
    domains: list('Ym_xx', domain({ id: id('IspYmid'), bureauId: optional(id('Ymid')) })),
    accesses: list('Jr_xx', changedAccess),
    principal: group('Wz_Fzr', servicePrincipal),
    filingNumber: text('Baxh', 1, 128),
    homeUrl: optional(text('Syurl', 4, 255)),
    remark: optional(text('Wz_Bz', 1, 1024)),
  }),
)
