import { parentPort, workerData } from 'node:worker_threads'
import libheif from 'libheif-js/wasm-bundle.js'

interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

// Not among the types of a program without a browser.
declare const WebAssembly: { readonly Memory: { readonly prototype: Memory } }

const { bytes, mostPixels, mostBytes } = workerData as { bytes: Uint8Array; mostPixels: number; mostBytes: number }

// The decoder may declare a far larger picture inside than the file's own header does; this is where it stops.
const pageBytes = 65_536
const grow = WebAssembly.Memory.prototype.grow
WebAssembly.Memory.prototype.grow = function (this: Memory, pages: number) {
  if (this.buffer.byteLength + pages * pageBytes > mostBytes) throw new RangeError('too much memory')
  return grow.call(this, pages)
}

const images = new libheif.HeifDecoder().decode(bytes)
const image = images.find((each) => each.is_primary()) ?? images[0]
if (!image) throw new Error('no picture in the file')
const width = image.get_width()
const height = image.get_height()
if (width * height > mostPixels) throw new Error('too many pixels')
const pixels = new Uint8ClampedArray(width * height * 4)
image.display({ data: pixels, width, height }, (result) => {
  if (!result) throw new Error('the picture cannot be decoded')
  parentPort?.postMessage({ width, height, data: new Uint8Array(pixels.buffer) }, [pixels.buffer])
})
