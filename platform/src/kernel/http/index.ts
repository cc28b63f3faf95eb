export { decodeCursor, encodeCursor } from './cursor.ts'
export { csvStream, eventStream, lineStream } from './event-stream.ts'
export { networkOf } from './network-of.ts'
export { openStreams } from './open-streams.ts'
export { freeRoute, route, usualBodyBytes, type WithTrx } from './route.ts'
export { findingSchema, sourceSchema, textSchema } from './schemas.ts'
export {
  type CustomerActor,
  type HttpServices,
  type Operator,
  type OperatorActor,
  type OperatorRole,
  operatorRoles,
  type Who,
} from './services.ts'
export { type ShopFront, type ShopFronts, shopFronts } from './shop-fronts.ts'
