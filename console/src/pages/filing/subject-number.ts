/** 主体备案号 of a number of one of its services, e.g. 京ICP备12345678号 of 京ICP备12345678号-2 or -3A. */
export const ofSubject = (number: string): string => number.replace(/-\d+[AXK]?$/, '')

const kindOfLetter = { A: 'app', X: 'mini-program', K: 'quick-app' } as const

/** What a number of a service is of: behind it stands A for an App, X for a 小程序, K for a 快应用, nothing for a website. */
export function kindOfNumber(number: string): 'website' | 'app' | 'mini-program' | 'quick-app' {
  const letter = /-\d+([AXK])$/.exec(number)?.[1]
  return letter === undefined ? 'website' : kindOfLetter[letter as keyof typeof kindOfLetter]
}
