import type { Finding } from '@yuming/rules'
import type { ColumnType, Generated } from 'kysely'
import type { Actor } from '../actor.ts'
import type { TaskPhase, TaskState } from './states.ts'

type Json<T> = ColumnType<T, string, string>

/** Why a task failed: what the customer is told, and the party's own words. */
export interface TaskFailure {
  readonly code: string
  readonly findings: readonly Finding[]
  readonly answer?: unknown
}

export interface TaskTable {
  id: string
  number: string
  kind: string
  subject: string
  account: string | null
  actor: Json<Actor>
  input: Json<unknown>
  state: Generated<TaskState>
  phase: Generated<TaskPhase>
  failure: Json<TaskFailure> | null
  attempts: Generated<number>
  run_at: Generated<Date>
  lease_owner: number | null
  lease_until: Date | null
  fence: Generated<number>
  created_at: Date
  updated_at: Date
}

export interface TaskStepTable {
  task: string
  name: string
  ordinal: number
  phase: TaskPhase
  result: Json<unknown> | null
  finished_at: Date
}

export interface IntentTable {
  id: string
  task: string
  step: string
  party: string
  trid: string
  digest: string
  request: Json<unknown>
  state: 'sent' | 'answered' | 'refused' | 'unknown' | 'not-applied'
  answer: Json<unknown> | null
  sent_at: Generated<Date>
  ended_at: Date | null
}

declare module '../database/tables.ts' {
  interface Tables {
    task: TaskTable
    task_step: TaskStepTable
    intent: IntentTable
  }
}
