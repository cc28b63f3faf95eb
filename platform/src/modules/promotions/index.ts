import './tables.ts'

export {
  holdPromotions,
  holdsPromotions,
  releasePromotions,
  takenSlots,
  takeTurns,
  usePromotions,
} from './uses.ts'
