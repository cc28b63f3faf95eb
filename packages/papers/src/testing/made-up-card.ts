import sharp, { type Sharp } from 'sharp'

/** A drawn paper on a table: no real person, no real number. */
export interface MadeUpCard {
  /** Width of the photo in pixels; its height is three quarters of it. */
  readonly width?: number
  /** Where the card lies in the photo, in hundredths of its width and height. */
  readonly at?: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
  readonly table?: string
  /** Standard deviation of the grain, in levels. */
  readonly grain?: number
}

const face = `
  <rect width="1000" height="630" rx="30" fill="#dfe8ee"/>
  <path d="M0 500 Q300 380 620 520 T1000 480 V600 Q1000 630 970 630 H30 Q0 630 0 600 Z" fill="#c7dbe6"/>
  <g font-family="Noto Sans CJK SC, Noto Serif CJK SC, sans-serif" fill="#26282c" font-size="36">
    <text x="60" y="110">姓名  山月茶</text><text x="60" y="180">性别  女   民族  汉</text>
    <text x="60" y="250">出生  2000 年 1 月 1 日</text><text x="60" y="330">住址  某省某市某区某路样张</text>
    <text x="145" y="380">小区一号楼一单元一〇一</text><text x="60" y="560">公民身份号码</text>
    <text x="330" y="560" font-size="44" letter-spacing="4">000000200001010000</text></g>
  <rect x="660" y="90" width="260" height="330" fill="#f4f6f8"/>
  <ellipse cx="790" cy="220" rx="78" ry="98" fill="#d9a987"/>
  <path d="M705 205 Q700 105 790 105 Q880 105 875 205 Q850 150 790 150 Q730 150 705 205" fill="#17130f"/>
  <path d="M670 420 Q680 330 790 330 Q900 330 910 420 Z" fill="#2b3350"/>`

const back = `
  <rect width="1000" height="630" rx="30" fill="#e3e7e4"/>
  <circle cx="160" cy="170" r="95" fill="#c8362d"/><circle cx="160" cy="170" r="45" fill="#e7b84c"/>
  <g font-family="Noto Sans CJK SC, Noto Serif CJK SC, sans-serif" fill="#1d1d1d">
    <text x="330" y="150" font-size="54">样张样张样张样张</text><text x="350" y="260" font-size="70">居民身份证样张</text>
    <text x="260" y="480" font-size="38">签发机关   某某市公安局样张</text>
    <text x="260" y="560" font-size="38">有效期限   2020.01.01-2040.01.01</text></g>`

const licence = `
  <rect width="1000" height="630" fill="#fbf8ee"/>
  <rect x="25" y="25" width="950" height="580" fill="none" stroke="#b89a52" stroke-width="14"/>
  <g font-family="Noto Sans CJK SC, Noto Serif CJK SC, sans-serif" fill="#26221c" font-size="26">
    <text x="380" y="140" font-size="64">营业执照样张</text>
    ${[0, 1, 2, 3, 4].map((n) => `<text x="90" y="${230 + n * 50}">名称类型住所样张 第${n}行 某某某某有限公司</text>`).join('')}
    <text x="560" y="560">登记机关</text></g>
  <circle cx="780" cy="490" r="85" fill="none" stroke="#cf2a20" stroke-width="14"/>
  <circle cx="780" cy="490" r="30" fill="#cf2a20"/>`

const faces = { 'id-front': face, 'id-back': back, licence }

/** Draws a paper as a phone would photograph it: on a table, with some grain. */
export async function madeUpCard(
  kind: keyof typeof faces,
  { width = 1600, at = { left: 12, top: 18, right: 88, bottom: 82 }, table = '#6b543c', grain = 4 }: MadeUpCard = {},
): Promise<Sharp> {
  const height = width * 0.75
  const [left, top] = [(at.left / 100) * width, (at.top / 100) * height]
  const [wide, high] = [((at.right - at.left) / 100) * width, ((at.bottom - at.top) / 100) * height]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="${table}"/>
    <svg x="${left}" y="${top}" width="${wide}" height="${high}" viewBox="0 0 1000 630" preserveAspectRatio="none">${faces[kind]}</svg></svg>`
  const drawn = sharp(Buffer.from(svg)).flatten().removeAlpha()
  const { data, info } = await drawn.raw().toBuffer({ resolveWithObject: true })
  addGrain(data, grain)
  return sharp(data, { raw: info })
}

/** The same grain every time: the sum of three even deviates (xorshift32) is close enough to a sensor's. */
function addGrain(pixels: Buffer, deviation: number): void {
  let state = 0x2545f491
  const even = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state / 2 ** 31
  }
  for (let at = 0; at < pixels.length; at += 3) {
    const grain = (even() + even() + even()) * deviation
    for (let part = at; part < at + 3; part++) pixels[part] = Math.min(255, Math.max(0, (pixels[part] ?? 0) + grain))
  }
}

/** As the camera writes it. */
export async function asPhoto(picture: Sharp): Promise<Buffer> {
  return picture.jpeg({ quality: 92 }).toBuffer()
}
