export type PictureType = 'jpg' | 'png' | 'bmp' | 'heic' | 'webp'

const pictureTypes: Readonly<Record<string, PictureType>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/bmp': 'bmp',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/webp': 'webp',
}

/** Bytes that tell a type; a longer look would let a hostile archive be unpacked further. */
const telling = 4_100

/** What a file is by its content: a picture type, another known type's usual ending, or undefined. Never throws. */
export async function typeOf(bytes: Uint8Array): Promise<string | undefined> {
  // Loaded with the first file: most processes never see one.
  const { fileTypeFromBuffer } = await import('file-type')
  try {
    const found = await fileTypeFromBuffer(bytes.subarray(0, telling))
    return found && (pictureTypes[found.mime] ?? found.ext)
  } catch {
    return undefined
  }
}

export function isPictureType(type: string | undefined): type is PictureType {
  return type !== undefined && Object.values<string>(pictureTypes).includes(type)
}
