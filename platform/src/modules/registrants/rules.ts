import { checkHolder } from '@yuming/identity'
import { cite, defineRule, evaluate, type Finding, findingOf, type Severity } from '@yuming/rules'
import { englishRules, onlyUnread } from './english-rules.ts'
import { phoneRules } from './phone-rules.ts'
import type { DeclaredHolder } from './schemas.ts'

type Stated = Parameters<typeof checkHolder>[0]
type StatedHolder = NonNullable<Stated['holder']>

/** Where this registrar is stricter or milder than the rules that hold for all. */
const severities: Readonly<Record<string, Severity>> = {
  // The check would not find such a paper, and a review that failed counts.
  'CERTIFICATE-DATE-03': 'refuse',
  // The address proves itself by the message that is sent to it (S1-110): nothing has to be guessed.
  'EMAIL-04': 'advise',
}

const cityGiven = defineRule<DeclaredHolder>({
  id: 'registrant.city.given',
  source: cite('RFC 5733', '2.4', { date: '2009-08-01' }),
  from: '2021-01-01',
  severity: 'refuse',
  field: 'city',
  applies: ({ city }) => city !== undefined,
  holds: ({ city }) => city?.zh !== '',
  says: { zh: '没有填写城市', en: 'The city is not given' },
  remedy: { zh: '填写所在城市；没有市的地方填区或镇', en: 'Give the city; where there is none, the district or town' },
})

/** Longer names of persons are on no paper; the databases of the market regulators keep as many characters. */
const longestPerson = 100

const representsOrganisation = defineRule<DeclaredHolder>({
  id: 'registrant.legal-representative.of-organisation',
  source: cite('市场主体登记管理条例', '第八条 登记事项：法定代表人、执行事务合伙人或者负责人姓名', {
    date: '2022-03-01',
  }),
  from: '2022-03-01',
  severity: 'refuse',
  field: 'legalRepresentative',
  applies: ({ legalRepresentative }) => legalRepresentative !== undefined && legalRepresentative !== '',
  holds: ({ holderType, legalRepresentative = '' }) =>
    holderType !== 'person' && [...legalRepresentative].length <= longestPerson,
  says: {
    zh: '法定代表人只有组织才有，照证件填姓名',
    en: 'Only an organisation has a legal representative, named as its paper names them',
  },
  remedy: {
    zh: '个人不用填；组织照证件抄写',
    en: 'Leave it empty for a person; copy the name from the paper of an organisation',
  },
})

const ownRules = [cityGiven, representsOrganisation, ...englishRules, ...phoneRules]

/**
 * What the rules of a day say about a holder, wholly or partly declared. Fields are those of a template: `name`,
 * `name.en`, `certificate.number`. @param today YYYY-MM-DD, China time
 */
export function holderFindings(holder: DeclaredHolder, today: string): readonly Finding[] {
  const { findings } = checkHolder(statedOf(holder), today)
  return [...findings.map(ofTemplate), ...evaluate(ownRules, holder, today).findings]
}

function ofTemplate(finding: Finding): Finding {
  const field = finding.field === 'holder.type' ? 'holderType' : finding.field.replace(/^holder\./, '')
  return { ...finding, field, severity: severities[finding.rule] ?? finding.severity }
}

function statedOf(declared: DeclaredHolder): Stated {
  const { holderType, certificate, name, contact, province, postcode, legalRepresentative: _, ...places } = declared
  const abroad = places.region !== 'CN'
  // A person who named no contact is the contact; their name is looked at once.
  const ownContact = holderType === 'person' && contact?.zh === name?.zh
  const holder = {
    ...places,
    type: holderType,
    name: formsOf(name),
    contact: ownContact ? undefined : formsOf(contact),
    // There are places without provinces, such as Singapore, or without postcodes, such as Hong Kong.
    province: abroad && province?.zh === '' ? undefined : formsOf(province),
    postcode: abroad && postcode === '' ? undefined : postcode,
    city: formsOf(places.city),
    street: formsOf(places.street),
  }
  return { holder: known<StatedHolder>(holder), ...(certificate && { certificate: known(certificate) }) }
}

/** An English form that could not be filled, because there is no Chinese one, would be a second finding on one defect. */
function formsOf(forms: { readonly zh: string; readonly en: string } | undefined) {
  return forms && (forms.en === '' || onlyUnread(forms.en)) ? { zh: forms.zh } : forms
}

type Loose<T> = { readonly [Key in keyof T]: T[Key] | undefined }

function known<T extends object>(facts: Loose<T>): T {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) as T
}

const emailIsVerified = defineRule<{ emailVerified: boolean }>({
  id: 'registrant.email.verified',
  source: cite('S1', '邮箱真实性验证 (ICANN)'),
  from: '2021-01-01',
  severity: 'refuse',
  field: 'templateId',
  applies: () => true,
  holds: ({ emailVerified }) => emailVerified,
  says: { zh: '这个信息模板的邮箱尚未验证', en: 'The e-mail address of this template is not verified' },
  remedy: {
    zh: '打开验证邮件里的链接或输入验证码',
    en: 'Open the link in the message that was sent, or enter its code',
  },
})

/** Whether a template can be used for an order (S1-110, S1-127). */
export function templateFindings(template: { emailVerified: boolean }): readonly Finding[] {
  return template.emailVerified ? [] : [findingOf(emailIsVerified, template)]
}
