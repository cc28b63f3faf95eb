import { hasPaper } from '../../facts/people.ts'
import { figure, type Maker, provinceRule, said, states, words } from '../province-rule.ts'

const daysBetween = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / 86_400_000

/** domainValidity: how long the domain must still be valid. */
export const validityRules: Maker = (fact, province) => {
  const least = figure(fact, 'minDays') ?? 90
  return [
    provinceRule(fact, province, {
      of: 'domain',
      field: 'expiresOn',
      applies: ({ draft, domain }) => domain.expiresOn !== undefined && domain.expiresOn >= draft.day,
      holds: ({ draft, domain }) => daysBetween(draft.day, domain.expiresOn ?? draft.day) > least,
      says: ({ domain }) => ({
        zh: `${province.name}要求域名剩余有效期多于3个月，${domain.name}到${domain.expiresOn ?? '…'}`,
        en: `${province.english} wants more than three months left; ${domain.name} runs until ${domain.expiresOn ?? '…'}`,
      }),
      remedy: { zh: '续费后再提交', en: 'Renew it, then submit' },
    }),
  ]
}

/** domainHolder: who else but the organiser may hold the domain, and how the holder is written. */
export const holderRules: Maker = (fact, province) => [
  ...(states(fact, 'legalRepresentative')
    ? [
        provinceRule(fact, province, {
          part: 'PROOF',
          of: 'domain',
          field: 'holder.name',
          applies: ({ draft, domain }) =>
            domain.holder?.type === 'person' && domain.holder.name === draft.subject.principal?.name,
          holds: ({ draft }) => hasPaper(draft, 'holder-proof'),
          says: {
            zh: `${province.name}：域名在法定代表人名下，要附证明`,
            en: `${province.english}: the legal representative holds the domain, which needs a proof`,
          },
          remedy: {
            zh: '上传域名注册人证明，或过户到单位',
            en: 'Upload the proof of the holder, or change the holder to the organisation',
          },
        }),
      ]
    : []),
  ...(states(fact, 'noAbbreviation')
    ? [
        provinceRule(fact, province, {
          part: 'LATIN',
          of: 'domain',
          field: 'holder.name',
          applies: ({ domain }) => domain.holder?.name !== undefined,
          holds: ({ domain }) => !/^[A-Z0-9 .,&()-]{2,}$/.test(domain.holder?.name ?? ''),
          says: {
            zh: `${province.name}：域名持有者写中文全称或全拼，不写英文缩写`,
            en: `${province.english}: the holder is written in Chinese or full pinyin, not as an English abbreviation`,
          },
          remedy: { zh: '把持有者改成中文全称', en: 'Change the holder to the full Chinese name' },
        }),
      ]
    : []),
  ...(states(fact, 'organiserOnly')
    ? [
        provinceRule(fact, province, {
          of: 'domain',
          field: 'holder.type',
          applies: ({ domain }) => domain.holder?.type !== undefined,
          holds: ({ domain }) => domain.holder?.type === 'organisation',
          says: {
            zh: `${province.name}：域名只能在主办单位名下，法定代表人也不行`,
            en: `${province.english}: the domain belongs to the organisation itself, not to its legal representative`,
          },
          remedy: { zh: '过户到单位名下', en: 'Change the holder to the organisation' },
        }),
      ]
    : []),
]

/** domainTld: a suffix that is taken only where it was filed before a day. */
export const suffixRules: Maker = (fact, province) => {
  const suffix = said(fact, 'suffix')
  if (suffix === undefined) return []
  return [
    provinceRule(fact, province, {
      of: 'domain',
      field: 'name',
      applies: ({ domain }) => domain.name.toLowerCase().endsWith(`.${suffix}`),
      holds: ({ domain }) => domain.filedBefore2018,
      says: {
        zh: `${province.name}：.${suffix}只收2018年以前备过案的`,
        en: `${province.english}: .${suffix} only where it was filed before 2018`,
      },
      remedy: { zh: '换后缀', en: 'Use another suffix' },
    }),
  ]
}

/** domainNamePrefix: words that only bodies of the state may have in front of the suffix. */
export const prefixRules: Maker = (fact, province) => [
  provinceRule(fact, province, {
    of: 'domain',
    field: 'name',
    applies: ({ draft }) => draft.subject.nature !== undefined && draft.subject.nature !== 'government',
    holds: ({ domain }) => !words(fact, 'words').some((word) => domain.name.split('.')[0]?.includes(word)),
    says: {
      zh: `${province.name}：非国家单位的域名不能带“${words(fact, 'words').join('”“')}”`,
      en: `${province.english}: only bodies of the state have ${words(fact, 'words').join(' or ')} in their domain`,
    },
    remedy: { zh: '换域名', en: 'Use another domain' },
  }),
]

/** domainCertificate: who needs the certificate of the domain. */
export const certificateRules: Maker = (fact, province) => {
  const from = figure(fact, 'fromCount') ?? 1
  return [
    provinceRule(fact, province, {
      of: 'draft',
      field: 'papers',
      applies: ({ draft }) => draft.domains.length >= from,
      holds: ({ draft }) => hasPaper(draft, 'domain-certificate'),
      says: {
        zh: from === 1 ? `${province.name}要域名证书` : `${province.name}：${from}个以上域名要证书`,
        en:
          from === 1
            ? `${province.english} wants the domain certificate`
            : `${province.english}: certificates from ${from} domains on`,
      },
      remedy: { zh: '在域名详情下载证书并上传', en: 'Download the certificate from the domain’s page and upload it' },
    }),
    ...(fact.params.overseas === false
      ? [
          provinceRule(fact, province, {
            part: 'ABROAD',
            of: 'domain',
            field: 'registrarAbroad',
            applies: ({ domain }) => domain.registrarAbroad !== undefined,
            holds: ({ domain }) => domain.registrarAbroad === false,
            says: {
              zh: `${province.name}：境外注册的域名不收`,
              en: `${province.english}: names registered abroad are refused`,
            },
            remedy: { zh: '转入境内注册商', en: 'Transfer it to a registrar of the mainland' },
          }),
        ]
      : []),
  ]
}

/** publicBodyTld: suffixes of public institutions and of government bodies. */
export const publicSuffixRules: Maker = (fact, province) => {
  const governmentSuffixes = words(fact, 'governmentTlds')
  const institutionSuffixes = words(fact, 'tlds')
  const allowed = (nature: string | undefined): readonly string[] =>
    nature === 'government' ? governmentSuffixes : nature === 'institution' ? institutionSuffixes : []
  return [
    provinceRule(fact, province, {
      of: 'domain',
      field: 'name',
      applies: ({ draft }) => allowed(draft.subject.nature).length > 0,
      holds: ({ draft, domain }) =>
        allowed(draft.subject.nature).some((suffix) => domain.name.toLowerCase().endsWith(`.${suffix}`)),
      says: ({ draft }) => ({
        zh: `${province.name}：${draft.subject.nature === 'government' ? '党政机关' : '事业单位'}用.${allowed(draft.subject.nature).join('、.')}`,
        en: `${province.english}: ${draft.subject.nature === 'government' ? 'government bodies use' : 'public institutions use'} .${allowed(draft.subject.nature).join(', .')}`,
      }),
      remedy: { zh: '换成规定的后缀', en: 'Use one of these suffixes' },
    }),
  ]
}
