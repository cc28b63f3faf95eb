import { readFileSync } from 'node:fs'
import { databaseProcesses } from './processor-time.ts'

/** Resident memory of a process in MB (10^6 bytes), from the kernel; 0 when it is gone. */
export function megabytesOf(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return (Number(kilobytes) * 1_024) / 1_000_000
  } catch {
    return 0
  }
}

/**
 * Memory in MB of the database that a process of ours started: the proportional share of each of its processes, because
 * they have most of their pages in common.
 */
export function databaseMegabytesOf(pid: number): number {
  let kilobytes = 0
  for (const id of databaseProcesses(pid)) {
    try {
      kilobytes += Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      // It ended while we looked.
    }
  }
  return (kilobytes * 1_024) / 1_000_000
}
