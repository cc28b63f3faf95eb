import { isIPv6 } from 'node:net'
import { type ServiceKind, serviceKinds } from '@yuming/filing'
import type { Text } from '@yuming/rules'
import { z } from 'zod'
import { workingDayAfter } from '../../../kernel/clock/index.ts'
import { textSchema } from '../../../kernel/http/index.ts'
import { reviewWorkingDays, submissionWorkingDays } from '../course.ts'
import type { Carriage } from '../ports.ts'

/** What an interface of a bureau may be unable to carry: kinds of service, or addresses of IPv6. */
export const carried = [...serviceKinds, 'ipv6'] as const
export type Carried = (typeof carried)[number]

export const byHandShape = z.object({
  /** What of the order the bureau's interface cannot carry. */
  kinds: z.array(z.enum(carried)).readonly(),
  /** Version of that interface. */
  interface: z.string(),
  /** What follows: who does what, until when. */
  says: textSchema,
})

const names: Readonly<Record<Carried, Text>> = {
  website: { zh: '网站', en: 'websites' },
  app: { zh: 'App', en: 'Apps' },
  'mini-program': { zh: '小程序', en: 'mini-programs' },
  'quick-app': { zh: '快应用', en: 'quick apps' },
  ipv6: { zh: 'IPv6地址', en: 'addresses of IPv6' },
}

interface Carrying {
  readonly kind: ServiceKind
  readonly access?: readonly { readonly ips?: readonly string[] | undefined }[] | undefined
}

/** What of an order cannot leave by the bureau's interface: then the whole of it is entered by hand, and never cut down. */
export function notCarried(services: readonly Carrying[], { kinds, ipv6 }: Carriage): Carried[] {
  const out: Carried[] = [...new Set(services.map(({ kind }) => kind))].filter((kind) => !kinds.has(kind))
  const ips = services.flatMap(({ access = [] }) => access.flatMap((one) => one.ips ?? []))
  return ipv6 || !ips.some((ip) => isIPv6(ip)) ? out : [...out, 'ipv6']
}

/** What is said of it before anybody begins; null where the line takes the order. */
export function byHandOf(
  services: readonly Carrying[],
  carriage: Carriage,
  today: string,
): z.output<typeof byHandShape> | null {
  const kinds = notCarried(services, carriage)
  if (kinds.length === 0) return null
  return { kinds, interface: carriage.interface, says: saysOf(kinds, carriage, today) }
}

function saysOf(kinds: readonly Carried[], { interface: version, kinds: taken, ipv6 }: Carriage, today: string): Text {
  const list = (of: Iterable<Carried>): Text => {
    const all = [...of].map((kind) => names[kind])
    return { zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ en }) => en).join(', ') }
  }
  const [out, fits] = [list(kinds), list(taken)]
  const only = ipv6 ? { zh: '', en: '' } : { zh: '（IPv4地址）', en: ' at addresses of IPv4' }
  const reviewed = workingDayAfter(today, reviewWorkingDays).day
  return {
    zh: `管局已知的接口${version}只收${fits.zh}${only.zh}，收不了${out.zh}。照样能办：你在这里填写、交材料；我们初审（今天提交的，最迟${reviewed}），初审和负责人核验通过后${submissionWorkingDays}个工作日内，由审核员在管局网站上录入。之后的短信核验、管局审核和备案号都与由接口报送的一样。`,
    en: `The bureaus’ known interface ${version} carries ${fits.en}${only.en} only, and no ${out.en}. It is filed all the same: you fill it in and hand in the papers here; we review it (submitted today, by ${reviewed}), and within ${submissionWorkingDays} working day after the review and the check of the principal our reviewer enters it at the bureau’s own site. The SMS check, the bureau’s review and the number follow as when the interface carries it.`,
  }
}
