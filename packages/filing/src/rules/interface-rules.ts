import type { FilingCase } from '../facts/filing-facts.ts'
import { provinceNamed } from '../provinces/province-facts.ts'
import { bureauInterface, type FilingRule, filingRule, interfaceDay } from './filing-rule.ts'

type Facts = FilingCase['draft']['interface']

/** A rule about the interface itself: nothing that the person who files can mend, which is why we are told first. */
const rule = (
  id: string,
  field: keyof Facts,
  section: string,
  holds: (facts: Facts, c: FilingCase) => boolean | undefined,
  [zh, en, doZh, doEn]: readonly [string, string, string, string],
): FilingRule =>
  filingRule({
    id,
    of: 'draft',
    source: bureauInterface(section),
    from: interfaceDay,
    field: `interface.${field}`,
    applies: ({ draft }) => draft.interface[field] !== undefined,
    holds: (c) => holds(c.draft.interface, c),
    says: { zh, en },
    remedy: { zh: doZh, en: doEn },
  })

const code = (
  id: string,
  table: NonNullable<Facts['codesMissing']>[number],
  section: string,
  zh: string,
  en: string,
): FilingRule =>
  rule(id, 'codesMissing', section, ({ codesMissing }) => codesMissing?.includes(table) === false, [
    `${zh}不在管局现行的代码表里`,
    `The ${en} is not in the bureau’s table`,
    '更新代码表后重选',
    'Load the table anew and choose again',
  ])

/** What must be in order between provider and bureau before a file goes out. */
export const interfaceRules: readonly FilingRule[] = [
  rule(
    'INTERFACE-PROVINCE-01',
    'province',
    '1045 只能到本省',
    ({ province }, { draft }) =>
      draft.province === undefined ? undefined : provinceNamed(province ?? '')?.code === draft.province,
    [
      '这条通道不是向这个省的管局',
      'This channel is not that of the province',
      '换到本省的通道',
      'Use the channel of the province',
    ],
  ),
  rule(
    'INTERFACE-VERSION-01',
    'version',
    '5004 接口版本',
    ({ version, versionWanted }) => versionWanted === undefined || version === versionWanted,
    [
      '接口版本与管局要的不同',
      'The version is not the one that the bureau wants',
      '换版本配置',
      'Use the profile of that version',
    ],
  ),
  rule('INTERFACE-RIGHT-01', 'right', '19、5009 无权限', ({ right }) => right, [
    '没有开通这项业务的权限',
    'This business is not open for us',
    '我们联系管局开通',
    'We ask the bureau for it',
  ]),
  rule(
    'INTERFACE-SEQUENCE-01',
    'sequence',
    '14 漏报',
    ({ sequence, lastSequence }) => (lastSequence === undefined ? undefined : sequence === lastSequence + 1),
    [
      '上报序号有缺口',
      'There is a gap in the sequence of uploads',
      '先补发缺的，再发这一份',
      'Send the missing ones first',
    ],
  ),
  rule('INTERFACE-SCHEMA-01', 'schemaValid', '5001 不符合规范', ({ schemaValid }) => schemaValid, [
    '上报文件不合接口的模式',
    'The file breaks the schema of the interface',
    '修正后重发',
    'Mend it and send it again',
  ]),
  rule('INTERFACE-PASSWORD-01', 'password', '1018 备案密码错误', ({ password }) => password === 'right', [
    '备案密码不对（老接口）',
    'The filing password is wrong (older interface)',
    '找回密码，或改用短信核验',
    'Recover it, or use the check by SMS',
  ]),
  code('INTERFACE-NATURE-01', 'nature', '1014 单位性质', '单位性质', 'nature'),
  code('INTERFACE-CONTENT-01', 'content', '1034 服务内容', '服务内容', 'content type'),
  code('INTERFACE-ACCESS-01', 'access', '1035、1036 接入方式', '接入方式或放置地', 'mode or place of access'),
  code('INTERFACE-LANGUAGE-01', 'language', '1066 语言类别', '语言类别', 'language'),
]
