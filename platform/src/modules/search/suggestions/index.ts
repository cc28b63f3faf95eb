export { type Lexicon, loadLexicon } from './lexicon.ts'
export { type Askable, type RankedOptions, rankedSuggestions } from './ranked-suggestions.ts'
export { type SuggestRequest, suggest } from './suggest.ts'
export type { SuffixFact, Suggestion, SuggestionKind } from './suggestion.ts'
