export type { DomainName } from './name.ts'
export { type NameReading, type ReadInput, readInput, readName } from './read-name.ts'
