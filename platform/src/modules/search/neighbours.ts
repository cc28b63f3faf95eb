/** Words that people commonly put behind a Chinese name, and around a Latin one, when the bare name is taken. */
const chinese = { after: ['馆', '记', '铺', '坊'] }
const latin = { after: ['shop', 'online', 'hub'], before: ['my'] }

/** Up to three labels near a taken one; whether they are free is asked together with the name itself. */
export function neighbourLabels(label: string, hasHan: boolean): string[] {
  const near = hasHan
    ? chinese.after.map((word) => label + word)
    : [...latin.after.map((word) => label + word), ...latin.before.map((word) => word + label)]
  return near.filter((candidate) => candidate !== label && candidate.length <= 40).slice(0, 3)
}
