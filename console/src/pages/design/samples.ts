import type { Domain, Finding, TimelineEntry } from '../../api/types.ts'

export const sampleFinding: Finding = {
  rule: 'name.cn-second-level.ascii-only',
  severity: 'refuse',
  field: 'label',
  message: {
    zh: '.com.cn、.net.cn、.org.cn只收字母、数字和连字符',
    en: 'com.cn, net.cn and org.cn take letters, digits and hyphens only',
  },
  remedy: { zh: '改用拼音，或选.中国、.公司', en: 'Use pinyin, or choose .中国 or .公司' },
  source: { document: '域名命名规则', section: '2.1' },
  from: '2021-01-19',
}

export const sampleMonths = [3, 18, 64, 31, 142, 88, 70, 205, 96, 120, 233, 214].map((count, index) => ({
  month: `${index < 2 ? 2026 : 2027}-${String(((index + 10) % 12) + 1).padStart(2, '0')}`,
  count,
}))

export const sampleLife: Domain['life'] = {
  from: '2024-04-19',
  expires: '2027-04-19',
  registryExpires: null,
  today: '2026-11-24',
  phases: [
    { key: 'use', from: '2024-04-19', to: '2027-04-19', days: null },
    { key: 'grace', from: '2027-04-19', to: '2027-05-19', days: 30 },
    { key: 'redemption', from: '2027-05-19', to: '2027-06-02', days: 14 },
    { key: 'delete', from: '2027-06-02', to: null, days: null },
  ],
}

export const sampleTimeline: TimelineEntry[] = [
  {
    key: 'confirm',
    title: { zh: '确认订单', en: 'Confirmed' },
    detail: null,
    at: '2026-11-24T02:32:11Z',
    state: 'done',
  },
  {
    key: 'register',
    title: { zh: '向注册局注册', en: 'Registering' },
    detail: { zh: '3个里成了2个', en: '2 of 3 done' },
    at: '2026-11-24T02:33:05Z',
    state: 'now',
    turn: 'registry',
  },
  {
    key: 'refund',
    title: { zh: '如果没办成：退款', en: 'If it fails: refund' },
    detail: null,
    at: null,
    by: '2026-11-24T02:40:00Z',
    state: 'coming',
  },
  { key: 'failed', title: { zh: '没有办成', en: 'Failed' }, detail: null, at: '2026-11-24T02:40:00Z', state: 'failed' },
]
