import type { Text } from '@yuming/rules'

/** What a bureau wants seen to: 未备案网站, 非法接入, 核实任务. */
export const matterKinds = ['unfiled-site', 'illegal-access', 'check-task'] as const
export type MatterKind = (typeof matterKinds)[number]

/** What became of an unfiled site. */
export const siteOutcomes = ['access-cut', 'filed', 'not-found'] as const

/** An operator's answer: to a check, whether what is filed is true; else what was done. */
export type MatterAnswer =
  | { readonly verdict: 'passed' | 'refused'; readonly words: string; readonly errors?: string | undefined }
  | { readonly outcome: (typeof siteOutcomes)[number]; readonly words: string }

/** What its owner is asked to do. */
export const matterDuties: Readonly<Record<MatterKind, Text>> = {
  'unfiled-site': {
    zh: '管局查到这个网站没有备案就开通：先关闭访问，备案后再开；不关的由我们断开接入',
    en: 'the bureau found this site open without a filing: close it and file first, or we cut its access',
  },
  'illegal-access': {
    zh: '管局把这个网站列为非法接入：先关闭访问，并在本处办理备案或接入；不关的由我们断开',
    en: 'the bureau lists this site as an illegal access: close it, and file it or its access here, or we cut it',
  },
  'check-task': {
    zh: '管局要核实这个主体的备案信息：请接听我们的电话核对，有变化的先变更备案',
    en: 'the bureau wants this filing checked: answer our call, and file the change where something is different',
  },
}

/**
 * Working days that we give ourselves and the owner. Interface 3.0 carries no limit of the bureau's: a site without a
 * filing may not be open at all, and a check is to be answered before the bureau asks again.
 */
export const matterDays: Readonly<Record<MatterKind, number>> = {
  'unfiled-site': 3,
  'illegal-access': 3,
  'check-task': 5,
}
