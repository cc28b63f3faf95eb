import type { KnownSuffix } from './suffix-record.ts'

interface Text {
  readonly zh: string
  readonly en: string
}

/** A way to a name that is not had here in the general way: for whom, and how. */
export interface Channel {
  readonly who: Text
  readonly how: Text
  readonly url?: string
}

const everyone: Text = { zh: '要新注册的人', en: 'Whoever wants a new name' }

const hongKong: Channel = {
  who: everyone,
  how: {
    zh: '向香港域名注册有限公司（HKDNR）申请；已有的名字可在这里续费',
    en: 'Apply to Hong Kong Domain Name Registration Company Limited (HKDNR); names that you have are renewed here',
  },
  url: 'https://www.hkdnr.hk/',
}

/** The three classes of applicants for .gov.cn (S1-146, S1-152…S1-157). */
const government: readonly Channel[] = [
  {
    who: {
      zh: '第一类：省级政府、国务院部门',
      en: 'Class 1: provincial governments, departments of the State Council',
    },
    how: {
      zh: '经本单位负责人同意，报国务院办公厅备案，把《政府网站域名业务申请基本信息表》交CNNIC，由CNNIC核对后办理',
      en: 'With the head’s consent and a filing with the General Office of the State Council, send the form 政府网站域名业务申请基本信息表 to CNNIC, which verifies and registers',
    },
  },
  {
    who: { zh: '第二类：市、县级政府', en: 'Class 2: governments of prefectures and counties' },
    how: {
      zh: '经本单位负责人同意，把基本信息表交上一级政府办公厅（室），逐级审核；省级办公厅把《政府网站域名业务审核表》送CNNIC。请与省级办公厅保持联系',
      en: 'With the head’s consent, send the form to the government office one level up; it is reviewed level by level, and the provincial office sends 政府网站域名业务审核表 to CNNIC. Stay in touch with the provincial office',
    },
  },
  {
    who: {
      zh: '第三类：不归国务院办公厅管、有资格的党政机关和机关法人',
      en: 'Class 3: other Party and government bodies that qualify',
    },
    how: {
      zh: '在这里申请：先交盖章的申请表和组织证明，核对后下单，由CNNIC核对真伪',
      en: 'Apply here: hand in the sealed form and the proof of the organisation, order once they are checked; CNNIC verifies them',
    },
  },
]

const personalName: Channel = {
  who: { zh: '中国内地的自然人', en: 'Natural persons of mainland China' },
  how: {
    zh: '先核对姓名和18位身份证号，再注册。这里没有开通；可先注册普通的.网址名字',
    en: 'Name and 18-digit ID number are checked first. Not sold here: an ordinary name under .网址 can be had',
  },
}

/** Where names of a suffix are had that cannot be ordered here in the general way (S1-28, S1-42). */
export function channelsOf({ flow }: Pick<KnownSuffix, 'flow'>): readonly Channel[] {
  if (flow === 'renew-only') return [hongKong]
  if (flow === 'gov') return government
  return flow === 'personal-name' ? [personalName] : []
}
