const base = 36
const tMin = 1
const tMax = 26
const skew = 38
const damp = 700

/** Encodes a label with at least one character outside ASCII, without the `xn--` in front (RFC 3492 §6.3). */
export function punycode(label: string): string {
  const points: number[] = []
  let output = ''
  for (const char of label) {
    const point = char.codePointAt(0) ?? 0
    points.push(point)
    if (point < 0x80) output += char
  }
  const basic = output.length
  if (basic > 0) output += '-'
  let handled = basic
  let n = 0x80
  let delta = 0
  let bias = 72
  while (handled < points.length) {
    let next = 0x10ffff
    for (const point of points) if (point >= n && point < next) next = point
    delta += (next - n) * (handled + 1)
    n = next
    for (const point of points) {
      if (point < n) delta++
      if (point !== n) continue
      output += variableLength(delta, bias)
      bias = adapted(delta, handled + 1, handled === basic)
      delta = 0
      handled++
    }
    delta++
    n++
  }
  return output
}

function variableLength(delta: number, bias: number): string {
  let digits = ''
  let rest = delta
  for (let k = base; ; k += base) {
    const t = k <= bias ? tMin : k >= bias + tMax ? tMax : k - bias
    if (rest < t) return digits + digit(rest)
    digits += digit(t + ((rest - t) % (base - t)))
    rest = Math.floor((rest - t) / (base - t))
  }
}

function digit(value: number): string {
  return String.fromCharCode(value < 26 ? 97 + value : 22 + value)
}

function adapted(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / damp) : delta >> 1
  rest += Math.floor(rest / points)
  let k = 0
  while (rest > ((base - tMin) * tMax) >> 1) {
    rest = Math.floor(rest / (base - tMin))
    k += base
  }
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew))
}
