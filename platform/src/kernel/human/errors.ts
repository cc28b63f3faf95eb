import type { Finding } from '@yuming/rules'
import { defineProblem } from '../errors/index.ts'

const missing = defineProblem('human-check.missing', 422, {
  zh: '这一步要先由页面证明不是机器批量操作：刷新本页再试',
  en: 'The page first has to show that no script is at work: reload it and try again',
})
export const HumanCheckWrong = defineProblem('human-check.wrong', 422, {
  zh: '页面的证明不对：刷新本页再试',
  en: 'The proof of the page is wrong: reload it and try again',
})
export const HumanCheckExpired = defineProblem('human-check.expired', 409, {
  zh: '页面的证明过期了（十分钟）：再点一次',
  en: 'The proof of the page is older than ten minutes: click once more',
})
export const HumanCheckUsed = defineProblem('human-check.used', 409, {
  zh: '页面的证明已经用过一次：再点一次',
  en: 'The proof of the page was used already: click once more',
})

/** Whoever calls the API learns where the challenge is to be had. */
export function HumanCheckMissing(challenges: string) {
  const finding: Finding = {
    rule: 'human-check.proof',
    severity: 'refuse',
    field: 'human',
    message: { zh: '缺少工作量证明', en: 'The proof of work is missing' },
    remedy: {
      zh: `先用${challenges}取一道题，把答案放在human里再发一次`,
      en: `Ask ${challenges} for a challenge, and send this again with the answer in \`human\``,
    },
    source: { document: '/v1/openapi.json', section: challenges },
    from: '2026-11-30',
  }
  return missing({ findings: [finding] })
}
