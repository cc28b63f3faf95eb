import type { Article } from '../article.ts'
import { money } from './money.ts'
import { planning } from './planning.ts'
import { trouble } from './trouble.ts'

export const articles: Article[] = [...planning, ...money, ...trouble]
