const alphabetOf32100 = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const alphabetOf11714 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Value of each character by its code unit; -1 outside the alphabet. */
function valuesOf(alphabet: string): Int8Array {
  const values = new Int8Array(128).fill(-1)
  for (let at = 0; at < alphabet.length; at++) values[alphabet.charCodeAt(at)] = at
  return values
}

const valuesOf32100 = valuesOf(alphabetOf32100)
const valuesOf11714 = valuesOf(alphabetOf11714)
const digits = valuesOf('0123456789')
const weightsOf11643 = Int8Array.of(7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
const weightsOf32100 = Int8Array.of(1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
const weightsOf11714 = Int8Array.of(3, 7, 9, 10, 5, 8, 4, 2)

/** Weighted sum of the first characters; -1 when one is outside the alphabet or missing. */
function weigh(text: string, weights: Int8Array, values: Int8Array): number {
  let sum = 0
  for (let at = 0; at < weights.length; at++) {
    const value = values[text.charCodeAt(at)] ?? -1
    if (value < 0) return -1
    sum += value * (weights[at] ?? 0)
  }
  return sum
}

/** Check character of the 17 digits in front of it (GB 11643-1999; ISO 7064 MOD 11-2); undefined when they are not digits. */
export function checkOfGb11643(digits17: string): string | undefined {
  const sum = weigh(digits17, weightsOf11643, digits)
  return sum < 0 ? undefined : '10X98765432'.charAt(sum % 11)
}

/** Check character of the 17 characters in front of it (GB 32100-2015, which leaves out I, O, S, V and Z). */
export function checkOfGb32100(characters17: string): string | undefined {
  const sum = weigh(characters17, weightsOf32100, valuesOf32100)
  return sum < 0 ? undefined : alphabetOf32100.charAt((31 - (sum % 31)) % 31)
}

/** Check character of the 8 characters in front of it (GB 11714-1997). */
export function checkOfGb11714(characters8: string): string | undefined {
  const sum = weigh(characters8, weightsOf11714, valuesOf11714)
  return sum < 0 ? undefined : '0X987654321'.charAt(sum % 11)
}

/** Check digit of the 14 digits in front of it, of a registration number of before 2015 (ISO 7064 MOD 11,10). */
export function checkOfLicence(digits14: string): string | undefined {
  let rest = 10
  for (let at = 0; at < 14; at++) {
    const value = digits[digits14.charCodeAt(at)] ?? -1
    if (value < 0) return undefined
    rest = (((rest + value) % 10 || 10) * 2) % 11
  }
  return String((11 - rest) % 10)
}
