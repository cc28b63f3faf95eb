import { manual, type NameRule, nameRule } from './name-rule.ts'

const section = '8 域名注册成功后处理 网站备案'
const chinaSite = {
  zh: '要在中国内地提供服务，请在中国站注册',
  en: 'To serve visitors in mainland China, register on the China site',
}

/** S1-175: the registrar of the international site is overseas, and filing wants one that the ministry has approved. */
const registeredInChina = nameRule({
  id: 'FILING-FRONT-01',
  scope: 'operation:filing',
  source: manual(section),
  field: 'filing',
  applies: ({ given }) => given.operation === 'filing',
  holds: ({ given }) => (given.site === undefined ? undefined : given.site === 'china'),
  says: ({ given }) =>
    given.site === 'international'
      ? {
          zh: '在国际站注册的名字不能备案：国际站的注册服务机构在境外',
          en: 'A name registered on the international site cannot be filed: its registrar is overseas',
        }
      : {
          zh: '不清楚名字是在中国站还是国际站注册的；在国际站注册的不能备案',
          en: 'Whether the name was registered on the China site or the international one is not known; one of the international site cannot be filed',
        },
  remedy: chinaSite,
})

/** S1-176: who buys on the international site is told before, not when the filing is refused. */
const toldBeforeBuying = nameRule({
  id: 'FILING-FRONT-02',
  scope: 'operation:register, site:international',
  source: manual(section),
  severity: 'advise',
  field: 'filing',
  applies: ({ given }) => given.operation === 'register' && given.site === 'international',
  holds: () => false,
  says: {
    zh: '在国际站注册，以后不能备案，网站不能放在中国内地的服务器上',
    en: 'Registered on the international site it cannot be filed later, so no site in mainland China can use it',
  },
  remedy: chinaSite,
})

export const filingRules: readonly NameRule[] = [registeredInChina, toldBeforeBuying]
