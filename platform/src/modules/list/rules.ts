import { cite, type Finding } from '@yuming/rules'

/** The list holds the same name in another form: simplified, traditional or other (简繁体等效, S1-30). */
export function sameName(name: string, listed: string): Finding {
  return {
    rule: 'LIST-VARIANT-01',
    severity: 'refuse',
    field: 'name',
    message: {
      zh: `“${name}”和清单里的“${listed}”是同一个名字：简体、繁体和异体字视为相同`,
      en: `“${name}” and “${listed}” on the list are one name: simplified, traditional and other forms count as the same`,
    },
    remedy: { zh: '留其中一个', en: 'Keep one of the two' },
    source: cite('域名注册（文档版本 20210119）', '2.1 “简繁体等效”', { date: '2021-01-19' }),
    from: '2021-01-19',
  }
}
