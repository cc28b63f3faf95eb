import { checkNumber } from '@yuming/identity'
import { personalDefect } from '@yuming/names'
import { cite, type Finding, type Text } from '@yuming/rules'

const manual = cite('域名注册（文档版本20210119）', '5 注册姓名.网址域名', { date: '2021-01-19' })
const from = '2021-01-19'

/** The only paper that counts here (S1-122). */
export const residentId = 'cn-resident-id'

const ordinary: Text = {
  zh: '请注册普通的.网址或其他域名',
  en: 'Register an ordinary .网址 name or another one',
}

const defects: Readonly<Record<ReturnType<typeof personalDefect> & string, readonly [string, string, Text, Text]>> = {
  'name-empty': [
    'PERSON-NAME-02',
    'name',
    { zh: '还没有填姓名', en: 'There is no name yet' },
    { zh: '填身份证上的姓名', en: 'Type the name as on the ID card' },
  ],
  'name-signs': [
    'PERSON-CHARS-01',
    'name',
    {
      zh: '姓名里带“.”或“·”等符号的，不能注册姓名.网址',
      en: 'A name with “.”, “·” or another sign cannot become a personal-name domain',
    },
    ordinary,
  ],
  'name-not-han': [
    'PERSON-HAN-01',
    'name',
    { zh: '姓名.网址要用身份证上的中文姓名', en: 'A personal-name domain takes the Chinese name of the ID card' },
    ordinary,
  ],
  'before-not-offered': [
    'PERSON-WORDS-01',
    'before',
    { zh: '姓名前面只能加这里提供的词', en: 'Before the name stand only words that are offered here' },
    { zh: '从列表里选，或者不加', en: 'Choose from the list, or none' },
  ],
  'after-not-offered': [
    'PERSON-WORDS-01',
    'after',
    { zh: '姓名后面只能加这里提供的词', en: 'After the name stand only words that are offered here' },
    { zh: '从列表里选，或者不加', en: 'Choose from the list, or none' },
  ],
}

/** What stands against the parts that were chosen (S1-116…S1-119). */
export function partsFindings(...[parts, words]: Parameters<typeof personalDefect>): Finding[] {
  const defect = personalDefect(parts, words)
  if (defect === undefined) return []
  const [rule, field, message, remedy] = defects[defect]
  return [{ rule, severity: 'refuse', field, message, remedy, source: manual, from }]
}

/** What stands against a person before anybody is asked about them: the name's characters, the number's digits (S1-119…S1-124). */
export function personFindings({ name, number }: { name: string; number: string }, day: string): Finding[] {
  return [
    ...partsFindings({ before: '', name, after: '' }),
    ...checkNumber(residentId, number, day)
      .filter(({ severity }) => severity === 'refuse')
      .map((finding) => ({ ...finding, field: 'number' })),
  ]
}

/** The provider's no, in its own words. */
export function notMatched(heard: string): Finding {
  const said = heard === '' ? { zh: '', en: '' } : { zh: `：${heard}`, en: `: ${heard}` }
  return {
    rule: 'PERSON-MATCH-01',
    severity: 'refuse',
    field: 'number',
    message: {
      zh: `核验机构没有通过这个姓名和身份证号${said.zh}`,
      en: `The verification provider did not pass this name and ID number${said.en}`,
    },
    remedy: {
      zh: '照身份证核对姓名和18位号码，再点“确认”',
      en: 'Compare name and 18-digit number with the ID card, and confirm again',
    },
    source: manual,
    from,
  }
}

/** An order of a name whose person was not checked, or not the one of the template (S1-124). */
export const checkFirst: Finding = {
  rule: 'PERSON-CHECK-01',
  severity: 'refuse',
  field: 'holder',
  message: {
    zh: '这个信息模板的姓名和身份证号，还没有在姓名.网址页面核验通过',
    en: 'Name and ID number of this template have not passed the check of the page of personal names',
  },
  remedy: {
    zh: '选本人的模板；核验过了两小时的，回到姓名.网址页面再核验一次',
    en: 'Choose the person’s own template; a check older than two hours is made again on the page of personal names',
  },
  source: manual,
  from,
}
