import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { freeRoute } from '../../kernel/http/index.ts'
import { loadPinyinReader, type PinyinReader } from './suggestions/pinyin-forms.ts'

let reader: Promise<PinyinReader> | undefined

/** 改查拼音: what a Chinese word is under a suffix that takes letters only. The reader is large, and read when first asked for. */
export function pinyinRoute(app: FastifyInstance): void {
  freeRoute(
    app,
    {
      method: 'GET',
      url: 'search/pinyin',
      summary: 'A Chinese word as people type it in Latin letters',
      tag: 'search',
      who: 'anyone',
      perMinute: 60,
      query: z.strictObject({ q: z.string().min(1).max(100) }),
      answers: { 200: z.object({ label: z.string() }) },
    },
    async ({ query }) => {
      reader ??= loadPinyinReader()
      return { label: (await reader).read(query.q).join('') }
    },
  )
}
