import { cite, type Finding } from '@yuming/rules'

export interface HolderChangeFacts {
  readonly same: boolean
  readonly identity: 'unverified' | 'reviewing' | 'verified' | 'failed'
  readonly emailVerified: boolean
  readonly expired: boolean
  /** Something else is in progress for the name. */
  readonly busy: boolean
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

/** What stands against moving a name to a template (S4-03, S4-17…S4-21; facts C: a name that has expired is not moved). */
export function holderChangeFindings({ same, identity, emailVerified, expired, busy }: HolderChangeFacts): Finding[] {
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
    ...(expired
      ? [
          rule(
            'HOLDER-EXPIRED-01',
            'name',
            { zh: '过期的名字不能过户', en: 'A name that has expired cannot be moved' },
            { zh: '先续费', en: 'Renew it first' },
            cite('域名过户', '注意事项', { date: '2021-07-23' }),
            '2021-07-23',
          ),
        ]
      : []),
    ...(busy
      ? [
          rule(
            'TASK-RUNNING-01',
            'name',
            { zh: '这个名字有一件事正在办', en: 'Something is in progress for this name' },
            { zh: '等它办完', en: 'Wait until it is done' },
            cite('本平台', '一个域名一次办一件事'),
            '2026-11-01',
          ),
        ]
      : []),
  ]
}
