import { checkCommand } from '../shared-commands.ts'
import { ns } from './parts.ts'

/** RFC 5732 §3.1.1. */
export const hostCheck = checkCommand(ns, 'name')
