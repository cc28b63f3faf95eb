import type { ServiceKind } from '@yuming/filing'
import type { Text } from '@yuming/rules'
import { z } from 'zod'
import { workingDayAfter } from '../../../kernel/clock/index.ts'
import { textSchema } from '../../../kernel/http/index.ts'
import { reviewWorkingDays, submissionWorkingDays } from '../course.ts'
import type { Carriage } from '../ports.ts'

export const byHandShape = z.object({
  /** Kinds of service that the bureau's interface cannot carry. */
  kinds: z.array(z.enum(['website', 'app', 'mini-program', 'quick-app'])).readonly(),
  /** Version of that interface. */
  interface: z.string(),
  /** What follows: who does what, until when. */
  says: textSchema,
})

const names: Readonly<Record<ServiceKind, Text>> = {
  website: { zh: '网站', en: 'websites' },
  app: { zh: 'App', en: 'Apps' },
  'mini-program': { zh: '小程序', en: 'mini-programs' },
  'quick-app': { zh: '快应用', en: 'quick apps' },
}

/** Kinds of an order that cannot leave by the bureau's interface: then the whole of it is entered by hand, and never cut down. */
export function notCarried(services: readonly { readonly kind: ServiceKind }[], { kinds }: Carriage): ServiceKind[] {
  return [...new Set(services.map(({ kind }) => kind))].filter((kind) => !kinds.has(kind))
}

/** What is said of it before anybody begins; null where the line takes the order. */
export function byHandOf(
  services: readonly { readonly kind: ServiceKind }[],
  carriage: Carriage,
  today: string,
): z.output<typeof byHandShape> | null {
  const kinds = notCarried(services, carriage)
  if (kinds.length === 0) return null
  return { kinds, interface: carriage.interface, says: saysOf(kinds, carriage, today) }
}

function saysOf(kinds: readonly ServiceKind[], { interface: version, kinds: taken }: Carriage, today: string): Text {
  const list = (of: Iterable<ServiceKind>): Text => {
    const all = [...of].map((kind) => names[kind])
    return { zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ en }) => en).join(', ') }
  }
  const [out, carried] = [list(kinds), list(taken)]
  const reviewed = workingDayAfter(today, reviewWorkingDays).day
  return {
    zh: `管局已知的接口${version}只收${carried.zh}，收不了${out.zh}。照样能办：你在这里填写、交材料；我们初审（今天提交的，最迟${reviewed}），初审和负责人核验通过后${submissionWorkingDays}个工作日内，由审核员在管局网站上录入。之后的短信核验、管局审核和备案号都与网站一样。`,
    en: `The bureaus’ known interface ${version} carries ${carried.en} only, and no ${out.en}. It is filed all the same: you fill it in and hand in the papers here; we review it (submitted today, by ${reviewed}), and within ${submissionWorkingDays} working day after the review and the check of the principal our reviewer enters it at the bureau’s own site. The SMS check, the bureau’s review and the number follow as for a website.`,
  }
}
