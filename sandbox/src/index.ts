/** The world outside the platform, in process: for tests, journeys and benchmarks. */

export { smsSignature } from './phone/phone.ts'
export type { Clock } from './world/clock.ts'
export { type Sandbox, type SandboxOptions, startSandbox } from './world/start-sandbox.ts'
export type { World, WorldRegistry } from './world/world.ts'
