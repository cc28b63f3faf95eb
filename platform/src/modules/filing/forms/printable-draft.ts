import {
  accessModes,
  contentTypes,
  natures,
  preApprovalTypes,
  type Service,
  type Subject,
  serviceKinds,
} from '@yuming/filing'
import { z } from 'zod'
import type { StoredDraft } from '../draft/draft-box.ts'
import { FormIncomplete } from './errors.ts'

const written = z.string().min(1)
const maybe = z.string().exactOptional()
const certificate = z.object({ kind: written, number: written, address: maybe })
const person = z.object({
  name: written,
  certificate,
  phone: written,
  secondPhone: maybe,
  emergencyPhone: maybe,
  officePhone: maybe,
  email: written,
})
const subject: z.ZodType<Subject> = z.object({
  region: z.object({ province: written, city: maybe, county: maybe }),
  nature: z.enum(natures),
  name: written,
  certificate,
  correspondenceAddress: written,
  investor: maybe,
  principal: person,
})
const services: z.ZodType<Service[]> = z.array(
  z.object({
    kind: z.enum(serviceKinds),
    name: written,
    domains: z.array(written).default([]),
    homeUrl: maybe,
    content: z.enum(contentTypes),
    languages: z.array(z.string()).default([]),
    preApprovals: z.array(z.object({ type: z.enum(preApprovalTypes), number: written })).default([]),
    principal: person.exactOptional(),
    access: z
      .array(
        z.object({
          product: z.string().default(''),
          ips: z.array(z.string()).default([]),
          mode: z.enum(accessModes),
          place: written,
        }),
      )
      .default([]),
    remark: maybe,
  }),
)
const printable = z.object({ subject, services })

const words: Readonly<Record<string, { zh: string; en: string }>> = {
  province: { zh: '所属区域', en: 'region' },
  nature: { zh: '单位性质', en: 'nature' },
  name: { zh: '名称', en: 'name' },
  kind: { zh: '证件类型', en: 'kind of paper' },
  number: { zh: '证件号码', en: 'number' },
  correspondenceAddress: { zh: '通信地址', en: 'correspondence address' },
  phone: { zh: '手机号码', en: 'mobile phone' },
  email: { zh: '电子邮箱', en: 'mail address' },
  principal: { zh: '负责人', en: 'principal' },
  certificate: { zh: '证件', en: 'paper' },
  content: { zh: '服务内容', en: 'content' },
  mode: { zh: '接入方式', en: 'mode of access' },
  place: { zh: '服务器放置地', en: 'place of the server' },
}

/** A draft in which everything stands that its papers print. @throws FormIncomplete, which says what is missing where */
export function printableDraft({ subject: who, services: what }: StoredDraft): z.output<typeof printable> {
  const read = printable.safeParse({ subject: who, services: what })
  if (read.success) return read.data
  const missing = [
    ...new Map(read.error.issues.map(({ path }) => placeOf(path)).map((place) => [place.en, place])).values(),
  ]
  throw FormIncomplete({
    detail: {
      zh: `还缺：${missing.map(({ zh }) => zh).join('、')}。填好并保存后再打印。`,
      en: `Still missing: ${missing.map(({ en }) => en).join(', ')}. Fill it in, save, and print again.`,
    },
  })
}

function placeOf(path: readonly PropertyKey[]): { zh: string; en: string } {
  const [part, index] = path
  const word = words[String(path.at(-1))] ?? { zh: String(path.at(-1)), en: String(path.at(-1)) }
  const ofPrincipal = path.includes('principal') && path.at(-1) !== 'principal'
  const who =
    part === 'services'
      ? { zh: `网站${Number(index) + 1}的`, en: `of service ${Number(index) + 1}` }
      : { zh: '主体的', en: 'of the subject' }
  return {
    zh: `${who.zh}${ofPrincipal ? '负责人' : ''}${word.zh}`,
    en: `${word.en} ${ofPrincipal ? 'of the principal ' : ''}${who.en}`,
  }
}
