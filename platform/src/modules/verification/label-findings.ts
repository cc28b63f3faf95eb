import { cite, type Finding } from '@yuming/rules'
import type { LabelAdvice } from './ports.ts'

const law = cite('互联网域名管理办法', '第二十八条', { date: '2017-11-01' })

/**
 * What a provider's word on a label means for an order (nv-1.0 `check`): prohibited is refused; a restricted one passes
 * only with the code of a verified holder. `identity` is undefined while no template is chosen.
 */
export function labelFindings(
  { allowed, restricted, reason }: LabelAdvice,
  { identity }: { identity: string | undefined },
): Finding[] {
  const common = { source: law, from: '2017-11-01' }
  const said = reason === undefined ? { zh: '', en: '' } : { zh: `：${reason}`, en: `: ${reason}` }
  if (!allowed)
    return [
      {
        ...common,
        rule: 'NAMING-CHECK-01',
        severity: 'refuse',
        field: 'name',
        message: {
          zh: `核验机构不允许这个名字${said.zh}`,
          en: `The verification provider does not allow this label${said.en}`,
        },
        remedy: { zh: '换一个名字', en: 'Choose another name' },
      },
    ]
  if (!restricted) return []
  const verified = identity === 'verified'
  return [
    {
      ...common,
      rule: 'NAMING-CHECK-02',
      severity: identity === undefined || verified ? 'advise' : 'refuse',
      field: verified ? 'name' : 'holder',
      message: {
        zh: `核验机构把它列为受限：只有实名通过的合格持有者能注册${said.zh}`,
        en: `The verification provider restricts this label to a holder who is verified and qualifies${said.en}`,
      },
      remedy: verified
        ? {
            zh: '可以下单；核验机构没有通过，钱会退回',
            en: 'It can be ordered; if the provider refuses it, the money comes back',
          }
        : { zh: '先完成持有者实名认证', en: 'Have the holder verified first' },
    },
  ]
}
