import { readFileSync } from 'node:fs'

/** Resident memory of a process in MB (10^6 bytes), from the kernel; 0 when it is gone. */
export function megabytesOf(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return (Number(kilobytes) * 1_024) / 1_000_000
  } catch {
    return 0
  }
}
