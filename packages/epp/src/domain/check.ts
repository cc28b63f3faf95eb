import { checkCommand } from '../shared-commands.ts'
import { ns } from './parts.ts'

/** RFC 5731 §3.1.1. */
export const domainCheck = checkCommand(ns, 'name')
