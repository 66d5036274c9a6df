import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Inter as files that PDF and PNG can hold, by weight. */
const files = {
  400: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  500: '@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf',
  600: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
} as const
export type Weight = keyof typeof files
export const weights: readonly Weight[] = [400, 500, 600]

const { resolve } = createRequire(import.meta.url)
const read = new Map<Weight, Uint8Array>()

export function fontFile(weight: Weight): Uint8Array {
  const known = read.get(weight)
  if (known) return known
  const bytes = new Uint8Array(readFileSync(resolve(files[weight])))
  read.set(weight, bytes)
  return bytes
}

/** The program that draws SVG into pixels, compiled for any platform. */
export function rasterizerFile(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')))
}
