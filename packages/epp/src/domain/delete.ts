import { deleteCommand } from '../shared-commands.ts'
import { ns } from './parts.ts'

/** RFC 5731 §3.2.2. 1000: gone at once; 1001: deletion is pending. */
export const domainDelete = deleteCommand(ns, 'name')
