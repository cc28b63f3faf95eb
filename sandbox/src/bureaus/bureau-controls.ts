import type { BureauControls } from '@yuming/miit'
import { z } from 'zod'

const methods = [
  'isp_upload',
  'isp_download',
  'isp_downloadack',
  'isp_querypreviousupload',
  'isp_querybeianstatus',
  'isp_verifybamm',
] as const

/** How a bureau behaves until told otherwise; what is left out becomes usual again. */
export const behaviourSchema = z.strictObject({
  maintenance: z.enum(['none', 'upload', 'download', 'both']).default('none'),
  /** Hours of China in which it takes reports; `to` excluded. */
  hours: z
    .strictObject({ from: z.number().int().min(0).max(23), to: z.number().int().min(1).max(24) })
    .nullable()
    .default(null),
  /** So many of the next uploads are taken in and never answered. */
  loseAnswers: z.number().int().min(0).max(1000).default(0),
  answerInstead: z
    .strictObject({ method: z.enum(methods), code: z.number().int().min(0).max(999) })
    .nullable()
    .default(null),
  redeliver: z.number().int().min(0).max(100).default(0),
  downloadMode: z.enum(['one-ends', 'zero-then-two']).default('one-ends'),
  delayMs: z.number().int().min(0).max(10_000).default(0),
})
export type Behaviour = z.infer<typeof behaviourSchema>

/** Hour of the day in China. */
const hourOf = (now: Date) => new Date(now.getTime() + 8 * 3_600_000).getUTCHours()

/** Puts a behaviour into the controls that the running server reads. */
export function behave(controls: BureauControls, behaviour: Behaviour): void {
  const { maintenance, hours, answerInstead } = behaviour
  let toLose = behaviour.loseAnswers
  controls.maintenance = {
    upload: maintenance === 'upload' || maintenance === 'both',
    download: maintenance === 'download' || maintenance === 'both',
  }
  if (hours)
    controls.hours = {
      open: (now) => hourOf(now) >= hours.from && hourOf(now) < hours.to,
      text: `${hours.from}:00-${hours.to}:00`,
    }
  else delete controls.hours
  controls.loseAnswer = (method) => method === 'isp_upload' && toLose-- > 0
  controls.answerInstead = (method) => (answerInstead?.method === method ? answerInstead.code : undefined)
  controls.redeliver = behaviour.redeliver
  controls.downloadMode = behaviour.downloadMode
  controls.delayMs = behaviour.delayMs
}
