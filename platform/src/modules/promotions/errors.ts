import { defineProblem } from '../../kernel/errors/index.ts'

export const PromotionNotFound = defineProblem('promotion.not-found', 404, {
  zh: '没有这个优惠',
  en: 'There is no such promotion',
})
export const PromotionInvalid = defineProblem('promotion.invalid', 422, {
  zh: '这个优惠不能这样设，没有生效',
  en: 'A promotion cannot be like this; nothing was changed',
})
export const PromotionEnded = defineProblem('promotion.ended', 409, {
  zh: '这个优惠已经结束',
  en: 'The promotion has ended',
})
export const CodesRefused = defineProblem('promotion.codes-refused', 422, {
  zh: '口令没有发出',
  en: 'No codes were issued',
})
export const BatchNotFound = defineProblem('promotion.batch-not-found', 404, {
  zh: '没有这批口令',
  en: 'There is no such batch of codes',
})
export const IssuerNotFound = defineProblem('promotion.issuer-not-found', 404, {
  zh: '没有这把发放密钥',
  en: 'There is no such issuing key',
})
export const IssuerUnknown = defineProblem('promotion.issuer-unknown', 401, {
  zh: '发放密钥不对，或已停用',
  en: 'The issuing key is wrong or has been revoked',
})

const codeProblems = {
  unknown: defineProblem('promotion.code-unknown', 422, {
    zh: '没有这个优惠口令',
    en: 'There is no such promotion code',
  }),
  'not-yet': defineProblem('promotion.code-not-yet', 422, {
    zh: '这个优惠口令还没到可用的时间',
    en: 'This promotion code cannot be used yet',
  }),
  expired: defineProblem('promotion.code-expired', 422, {
    zh: '这个优惠口令已经过期',
    en: 'This promotion code has expired',
  }),
  'used-up': defineProblem('promotion.code-used-up', 422, {
    zh: '这个优惠口令已经用完',
    en: 'This promotion code is used up',
  }),
  'not-for-suffix': defineProblem('promotion.code-not-for-suffix', 422, {
    zh: '这个优惠口令不适用于订单里的后缀',
    en: 'This promotion code is not for the suffixes of the order',
  }),
  'not-for-account': defineProblem('promotion.code-not-for-account', 422, {
    zh: '你的账号不能再用这个优惠口令',
    en: 'Your account cannot use this promotion code',
  }),
  'not-by-token': defineProblem('promotion.code-not-by-token', 422, {
    zh: '优惠口令只能由本人在结算页输入，不能通过接口令牌使用',
    en: 'A promotion code is entered by a person at checkout, and cannot be used by a token of the API',
  }),
  'tried-too-often': defineProblem('promotion.code-tried-too-often', 429, {
    zh: '试错口令的次数太多',
    en: 'Too many wrong codes were tried',
  }),
}

export type CodeTrouble = keyof typeof codeProblems

const remedies: Record<CodeTrouble, { zh: string; en: string }> = {
  unknown: { zh: '核对后再输一遍，或不用口令直接下单', en: 'Check it and type it again, or order without a code' },
  'not-yet': { zh: '到时间再用，或不用口令直接下单', en: 'Use it when its time has come, or order without a code' },
  expired: { zh: '重新取一个口令，或不用口令直接下单', en: 'Get a fresh code, or order without one' },
  'used-up': {
    zh: '重新取一个口令，或不用口令直接下单；若是你未付款的订单占着它，先取消那个订单',
    en: 'Get a fresh code, or order without one; if an unpaid order of yours holds it, give that order up first',
  },
  'not-for-suffix': {
    zh: '换成它适用的后缀，或不用口令直接下单',
    en: 'Choose a suffix that it is for, or order without it',
  },
  'not-for-account': { zh: '不用口令直接下单', en: 'Order without it' },
  'not-by-token': {
    zh: '到控制台的结算页下单并输入口令，或不带口令再发一次',
    en: 'Order in the console and enter it there, or send this again without a code',
  },
  'tried-too-often': {
    zh: '十分钟以后再试，或不用口令直接下单',
    en: 'Try again in ten minutes, or order without a code',
  },
}

/** The problem with a code: its stable code, what it means, and what to do. */
export function codeProblem(trouble: CodeTrouble) {
  const { title } = codeProblems[trouble]()
  return codeProblems[trouble]({
    findings: [
      {
        rule: `PROMO-CODE-${trouble.toUpperCase()}`,
        severity: 'refuse',
        field: 'promoCode',
        message: title,
        remedy: remedies[trouble],
        source: { document: '本平台的下单规则', section: '优惠口令' },
        from: '2026-11-29',
      },
    ],
  })
}
