import { type FactField, type FactKind, flag, listOf, oneOf, plainDay, text, wholeNumber } from '@yuming/rules'

const share: FactKind = {
  type: 'number from 0 to 1',
  accepts: (value) => typeof value === 'number' && value >= 0 && value <= 1,
}
const level = (zh: string, en: string) => ({
  kind: wholeNumber,
  means: { zh: `${zh}（0–255）`, en: `${en} (0 to 255)` },
})

/** What may be stated of a picture: what `checkPaper` measures. The documentation is made of the same list. */
export const factFields: readonly FactField[] = [
  {
    name: 'kind',
    kind: oneOf('id-front', 'id-back', 'licence', 'passport', 'portrait', 'other'),
    means: { zh: '拍的是什么；不写就是其他', en: 'What it shows; other unless stated' },
  },
  {
    name: 'type',
    kind: text(40),
    example: 'jpg',
    means: { zh: '文件内容的类型，与后缀名无关', en: 'Type by content, whatever its name' },
  },
  { name: 'bytes', kind: wholeNumber, example: 300_000, means: { zh: '文件字节数', en: 'Bytes of the file' } },
  {
    name: 'hidden',
    kind: listOf(oneOf('pdf', 'zip', 'page', 'script'), 4),
    means: { zh: '图片里藏着的别的内容', en: 'Other content in the picture' },
  },
  { name: 'width', kind: wholeNumber, example: 1_600, means: { zh: '宽（像素）', en: 'Width in pixels' } },
  { name: 'height', kind: wholeNumber, example: 1_200, means: { zh: '高（像素）', en: 'Height in pixels' } },
  { name: 'frames', kind: wholeNumber, means: { zh: '帧数', en: 'Number of frames' } },
  {
    name: 'mirrorFlag',
    kind: flag,
    means: { zh: '文件标着要左右翻转', en: 'The file says that it is to be mirrored' },
  },
  { name: 'readable', kind: flag, means: { zh: '能不能打开', en: 'Whether it can be opened' } },
  { name: 'sharpness', kind: share, example: 0.8, means: { zh: '边缘的清晰度', en: 'Sharpness of the edges' } },
  { name: 'darkest', ...level('最暗处', 'Level of the darkest parts') },
  { name: 'brightest', ...level('亮处', 'Level of the bright parts') },
  { name: 'contrast', ...level('明暗差', 'From the darkest to the brightest') },
  { name: 'saturation', ...level('颜色的差别', 'Spread of the hues') },
  { name: 'coloured', kind: share, means: { zh: '有颜色的部分', en: 'Share that has any colour' } },
  {
    name: 'cut',
    kind: listOf(oneOf('top', 'right', 'bottom', 'left'), 4),
    means: { zh: '没拍全的边；[]表示都拍全了', en: 'Sides that are cut off; [] for none' },
  },
  {
    name: 'layout',
    kind: oneOf('as-expected', 'reversed', 'unclear'),
    means: { zh: '头像、国徽或印章在不在该在的一侧', en: 'Whether portrait, emblem or seal are on their side' },
  },
  { name: 'cleanBytes', kind: wholeNumber, means: { zh: '处理后的字节数', en: 'Bytes of the clean picture' } },
  { name: 'day', kind: plainDay, means: { zh: '按哪一天的规则', en: 'The day whose rules are asked' } },
]
