import './tables.ts'

export { type CodeTrouble, codeProblem } from './errors.ts'
export { type Offer, type Offers, offersFor } from './offers.ts'
export { promotionOperatorRoutes } from './operator-routes.ts'
export { promotionsRoutes } from './routes.ts'
export { discountOf, isFor } from './terms.ts'
export { holdPromotions, holdsPromotions, releasePromotions, usePromotions } from './uses.ts'
