import type { AllocationMode, IpAllocation, IpReport } from '../../../model/ip-report.ts'
import { ipv4Number } from '../../../shape/scalars.ts'
import type { Writing } from '../../../shape/writing.ts'

export function rangeIsSound({ first, last }: IpReport, to: Writing): void {
  const from = ipv4Number(first)
  const until = ipv4Number(last)
  if (from !== undefined && until !== undefined && from > until)
    to.at('last', () =>
      to.problem('contradiction', { zh: '起始 IP 大于终止 IP', en: 'The first address comes after the last' }, 2002),
    )
}

/** What each way of allocating must tell (6.8), and the code of its absence where it has one (5.3). */
const due: Readonly<Record<AllocationMode, Readonly<Partial<Record<keyof IpAllocation, number>>>>> = {
  'allocated-and-used': {
    usage: 2032,
    usedSince: 2030,
    unitName: 2031,
    unitNature: 2034,
    province: 2037,
    city: 2038,
    street: 2036,
    contactName: 2040,
    contactPhone: 2039,
    contactEmail: 2042,
  },
  're-allocated': { allocatedTo: 2047 },
  'own-use': { usage: 2032, usedSince: 2030 },
  reserved: {},
}

export function allocationIsComplete(allocation: IpAllocation, to: Writing): void {
  for (const [field, wouldBe] of Object.entries(due[allocation.mode]))
    if (allocation[field as keyof IpAllocation] === undefined)
      to.at(field, () =>
        to.problem('missing', { zh: '此分配方式必填', en: 'This way of allocating needs it' }, wouldBe),
      )
}
