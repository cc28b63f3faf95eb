import { Worker } from 'node:worker_threads'
import { inTurn } from '../in-turn.ts'
import { mostPixels } from '../limits.ts'
import { heicSize } from './heic-size.ts'
import type { OpenPicture, Sized } from './picture.ts'
import { fromPixels } from './raster.ts'

const decodeMilliseconds = 20_000
/** Heap of the worker's own JavaScript; its pixels are bounded by `mostPixels` before it begins. */
const workerMegabytes = 128
/** Memory of the decoder itself, enough for planes and pixels of the largest picture. */
const decoderBytes = 512 * 1024 * 1024

export interface HeicPixels {
  readonly width: number
  readonly height: number
  /** Four bytes a pixel. */
  readonly data: Uint8Array
}

/** One after the other: each may need some hundred megabytes while it runs. */
const turn = inTurn(1)

/** HEIC, as newer phones store it. Its decoder is loaded when the first one comes and runs in a thread of its own. */
export function openHeic(bytes: Uint8Array, mostBytes = decoderBytes): OpenPicture {
  const { width, height, mirrored } = heicSize(bytes)
  return {
    header: { width, height, frames: 1, mirrorFlag: mirrored },
    decode: () => turn(() => decode(bytes, mostBytes)),
  }
}

async function decode(bytes: Uint8Array, mostBytes: number): Promise<Sized> {
  const { width, height, data } = await inWorker(bytes, mostBytes)
  return fromPixels(data, width, height, 4)
}

function inWorker(bytes: Uint8Array, mostBytes: number): Promise<HeicPixels> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./heic-worker.ts', import.meta.url), {
      workerData: { bytes, mostPixels, mostBytes },
      resourceLimits: { maxOldGenerationSizeMb: workerMegabytes },
      stdout: true,
      stderr: true,
    })
    const timer = setTimeout(() => end(() => reject(new Error('decoding took too long'))), decodeMilliseconds)
    const end = (then: () => void) => {
      clearTimeout(timer)
      worker.removeAllListeners('exit')
      void worker.terminate().finally(then)
    }
    worker.once('message', (pixels: HeicPixels) => end(() => resolve(pixels)))
    worker.once('error', (error) => end(() => reject(error)))
    worker.once('exit', () => end(() => reject(new Error('the decoder ended without an answer'))))
  })
}
