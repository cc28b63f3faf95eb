import { cite, type Finding } from '@yuming/rules'

export interface HolderChangeFacts {
  readonly same: boolean
  readonly identity: 'unverified' | 'reviewing' | 'verified' | 'failed'
  readonly emailVerified: boolean
}

type Text = Finding['message']
const rule = (
  id: string,
  field: string,
  message: Text,
  remedy: Text,
  source: Finding['source'],
  from: string,
): Finding => ({ rule: id, severity: 'refuse', field, message, remedy, source, from })
const manual = cite('域名实名认证失败后如何处理', '方式一：过户到已实名认证的模板', { date: '2019-12-25' })

/** What stands against a template as the new holder (S4-03, S4-11); the states of the name itself are `closedFor`'s. */
export function holderChangeFindings({ same, identity, emailVerified }: HolderChangeFacts): Finding[] {
  return [
    ...(same
      ? [
          rule(
            'HOLDER-SAME-01',
            'templateId',
            { zh: '名字已经在这个模板上', en: 'The name is on this template already' },
            { zh: '选另一个模板', en: 'Choose another template' },
            manual,
            '2019-12-25',
          ),
        ]
      : []),
    ...(identity === 'verified' && emailVerified
      ? []
      : [
          rule(
            'HOLDER-TARGET-01',
            'templateId',
            {
              zh: '只能过户到邮箱已验证、已实名认证的模板',
              en: 'A name can be moved only to a template whose address is proved and whose holder is verified',
            },
            { zh: '先给这个模板做实名认证', en: 'Have that template verified first' },
            manual,
            '2019-12-25',
          ),
        ]),
  ]
}
