import type { Film } from './film-plan.ts'
import { register } from './register.ts'
import { verify } from './verify.ts'

export const films: readonly Film[] = [register, verify]
