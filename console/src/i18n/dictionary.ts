import type { zh } from './zh/index.ts'

export type TextKey = keyof typeof zh
/** English adds `key_one` where one thing reads differently from several. */
export type Dictionary = Record<TextKey, string> & Partial<Record<`${TextKey}_one`, string>>
