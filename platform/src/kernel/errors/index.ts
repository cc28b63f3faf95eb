export { defineProblem, Problem, type ProblemOptions, refuse } from './problem.ts'
export { type Locale, toProblemJson } from './problem-json.ts'
