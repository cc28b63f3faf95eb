import type { Article } from '../../article.ts'
import { after } from './after.ts'
import { flow } from './flow.ts'
import { questions } from './questions.ts'
import { types } from './types.ts'

export const filing: Article[] = [...flow, ...types, ...questions, ...after]
