/**
 * States of a task. `unknown`: a command may have reached its party and no answer came; a reconciler is reading.
 * Nothing leaves `succeeded` or `failed`; the database refuses it too.
 */
export type TaskState = 'waiting' | 'executing' | 'unknown' | 'succeeded' | 'failed'

/** `failed`: a step was refused, and the steps that give back are running or have run. */
export type TaskPhase = 'forward' | 'failed'
