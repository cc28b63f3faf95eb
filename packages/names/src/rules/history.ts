import { manual, nameRule } from './name-rule.ts'

/** Of the days before the manual only single rules are known: what they let through was not allowed by that alone. */
export const rulesNotCollected = nameRule({
  id: 'NAME-HISTORY-01',
  source: manual('2 域名命名规则'),
  from: '0001-01-01',
  until: '2021-01-18',
  field: 'day',
  holds: () => undefined,
  says: {
    zh: '2021-01-19以前的命名规则没有收全，不能断定当时可以注册',
    en: 'The naming rules of the days before 2021-01-19 are not all known here, so it cannot be said to have been allowed',
  },
  remedy: { zh: '查当时的文件，或改问之后的日子', en: 'Consult the texts of that time, or ask about a later day' },
})
