let encodable: ReadonlySet<string> | undefined

/** Every character of two bytes; made once, when somebody asks. */
function table(): ReadonlySet<string> {
  if (encodable) return encodable
  const decoder = new TextDecoder('gbk')
  const made = new Set<string>()
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) {
      if (newer(first, second)) continue
      const sign = decoder.decode(Uint8Array.of(first, second))
      if ([...sign].length === 1 && sign !== '\ufffd') made.add(sign)
    }
  encodable = made
  return made
}

/** Places that GBK leaves to private use and only GB 18030 fills, 䶮 among them. */
function newer(first: number, second: number): boolean {
  if (first === 0xfe) return second >= 0x50 && second <= 0xa0
  if (first === 0xa6) return (second >= 0xd9 && second <= 0xdf) || [0xec, 0xed, 0xf3].includes(second)
  if (first === 0xa8) return second === 0xbc || second === 0xbf
  return (first === 0xa9 && second >= 0x89 && second <= 0x95) || (first === 0xa2 && second === 0xe3)
}

/** Characters that the bureaus' GBK cannot carry, such as 䶮. */
export function outsideGbk(text: string): readonly string[] {
  return [...text].filter((sign) => sign > '\u007f' && !table().has(sign))
}
