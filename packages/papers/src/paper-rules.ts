import { fileRules } from './rules/file-rules.ts'
import type { PaperRule } from './rules/paper-rule.ts'
import { pictureRules } from './rules/picture-rules.ts'

/** What a picture of an identity paper must be. */
export const paperRules: readonly PaperRule[] = [...fileRules, ...pictureRules]
