import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { chinaTime } from '../world/clock.ts'
import { ClockGoesForward, type WorldClock } from '../world/world-clock.ts'
import { both, type Html, html } from './html.ts'

/** How long one who follows the clock is kept waiting for a move before the same offset is told again. */
const longestWaitMs = 25_000
const dayMs = 86_400_000

const move = z.union([
  z.strictObject({ to: z.iso.datetime() }),
  z.strictObject({ byDays: z.coerce.number().positive().max(4_000) }),
  z.strictObject({ byMs: z.coerce.number().int().positive() }),
  z.strictObject({ offsetMs: z.coerce.number().int().nonnegative() }),
])

/** The clock of the world. `unless` is for those who follow it: the answer waits until the offset is another one. */
export function clockRoutes(clock: WorldClock, turn: () => Promise<void>) {
  const told = () => ({ now: clock.now().toISOString(), offsetMs: clock.offsetMs })
  return async (app: FastifyInstance): Promise<void> => {
    app.get('/control/clock', async (request) => {
      const { unless } = z.object({ unless: z.coerce.number().int().optional() }).parse(request.query)
      if (unless === clock.offsetMs) await clock.moved(longestWaitMs)
      return told()
    })
    app.post('/control/clock', async (request, reply) => {
      const asked = move.parse(request.body)
      try {
        if ('to' in asked) clock.advanceToInstant(new Date(asked.to))
        else if ('offsetMs' in asked) clock.advanceToOffset(asked.offsetMs)
        else clock.advance('byDays' in asked ? asked.byDays * dayMs : asked.byMs)
      } catch (error) {
        if (error instanceof ClockGoesForward)
          return reply.code(409).send({ code: 'control.clock-back', message: error.message })
        throw error
      }
      await turn()
      return request.headers.accept?.includes('text/html') ? reply.redirect('/#clock', 303) : told()
    })
  }
}

const steps = [
  { byMs: 3_600_000, zh: '＋1小时', en: 'hour' },
  { byMs: dayMs, zh: '＋1天', en: 'day' },
  { byMs: 5 * dayMs, zh: '＋5天', en: 'days' },
  { byMs: 30 * dayMs, zh: '＋30天', en: 'days' },
  { byMs: 365 * dayMs, zh: '＋365天', en: 'days' },
]

export function clockSection(clock: WorldClock): Html {
  const today = chinaTime(clock.now())
  const weekday = new Intl.DateTimeFormat('zh-CN', { weekday: 'long', timeZone: 'Asia/Shanghai' }).format(clock.now())
  return html`<section id="clock"><h2>${both('时钟', 'Clock')}</h2>
<p class="sum">${today.slice(0, 16)} <span class="en">${weekday}</span></p>
<form method="post" action="/control/clock">${steps.map(({ byMs, zh, en }) => html`<button class="quiet" name="byMs" value="${byMs}">${both(zh, en)}</button> `)}</form>
<form method="post" action="/control/clock"><label>${both('往前（天）', 'forward, days')}<input type="number" name="byDays" value="1" min="1" max="4000" required></label><button>${'拨动 Move'}</button></form>
<p>${both('整个世界只有这一个钟：注册局、支付、核验和平台一起走。它只能往前，重启也不会丢。', 'The whole world has this one clock: registries, payment, verification and the platform go by it together. It only goes forward, and survives a restart.')}</p></section>`
}
