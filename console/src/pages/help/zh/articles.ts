import type { Article } from '../article.ts'
import { filing } from './filing/articles.ts'
import { money } from './money.ts'
import { planning } from './planning.ts'
import { trademark } from './trademark.ts'
import { trouble } from './trouble.ts'
import { walkthrough } from './walkthrough.ts'

export const articles: Article[] = [...walkthrough, ...planning, ...money, ...trademark, ...trouble, ...filing]
