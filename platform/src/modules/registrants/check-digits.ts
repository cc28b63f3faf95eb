const weightsOf11643 = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const weightsOf32100 = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const weightsOf11714 = [3, 7, 9, 10, 5, 8, 4, 2]
// GB 32100-2015 leaves out I, O, S, V and Z.
const alphabetOf32100 = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const alphabetOf11714 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const sumOf = (text: string, weights: readonly number[], alphabet: string) =>
  weights.reduce((sum, weight, at) => sum + weight * alphabet.indexOf(text.charAt(at)), 0)

/** Citizen identity number, 18 characters (GB 11643-1999; ISO 7064 MOD 11-2), including the day of birth. */
export function holdsGb11643(number: string): boolean {
  if (!/^[0-9]{17}[0-9X]$/.test(number)) return false
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number)
  const born = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day))
  if (born.getUTCMonth() + 1 !== month || born.getUTCDate() !== day) return false
  return '10X98765432'.charAt(sumOf(number, weightsOf11643, '0123456789') % 11) === number.charAt(17)
}

/** Unified social credit code, 18 characters (GB 32100-2015). */
export function holdsGb32100(number: string): boolean {
  if (number.length !== 18 || [...number].some((letter) => !alphabetOf32100.includes(letter))) return false
  const check = (31 - (sumOf(number, weightsOf32100, alphabetOf32100) % 31)) % 31
  return alphabetOf32100.charAt(check) === number.charAt(17)
}

/** Organisation code, eight characters and a check (GB 11714-1997), with or without the hyphen. */
export function holdsGb11714(number: string): boolean {
  const code = number.replace('-', '')
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return false
  const check = (11 - (sumOf(code, weightsOf11714, alphabetOf11714) % 11)) % 11
  return (check === 10 ? 'X' : String(check)) === code.charAt(8)
}
