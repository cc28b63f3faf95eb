export { eventStream, lineStream } from './event-stream.ts'
export { freeRoute, route, type WithTrx } from './route.ts'
export { findingSchema, textSchema } from './schemas.ts'
export type { CustomerActor, HttpServices, Who } from './services.ts'
