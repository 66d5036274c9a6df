/**
 * Code colours between a hue and `#rrggbb`. One OKLCH family with equal lightness and chroma,
 * chosen so that every hue lies inside sRGB. Formulas: Björn Ottosson, "A perceptual color space
 * for image processing" (2020).
 */
const LIGHTNESS = 0.66
const CHROMA = 0.108
const GREY_BELOW_CHROMA = 0.02

/** `#rrggbb` in lower case for a hue in degrees; any number is brought into 0–359. */
export function hueToHex(hue: number): string {
  const angle = (((Number.isFinite(hue) ? hue : 0) % 360) * Math.PI) / 180
  const a = CHROMA * Math.cos(angle)
  const b = CHROMA * Math.sin(angle)
  const l = (LIGHTNESS + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (LIGHTNESS - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (LIGHTNESS - 0.0894841775 * a - 1.291485548 * b) ** 3
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return `#${channels.map(linearToByte).join('')}`
}

/** The hue in degrees, 0–359, of `#rgb` or `#rrggbb`; `undefined` for a grey or another string. */
export function hexToHue(hex: string): number | undefined {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex.trim())?.[1]
  if (digits === undefined) return undefined
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits
  const red = byteToLinear(full.slice(0, 2))
  const green = byteToLinear(full.slice(2, 4))
  const blue = byteToLinear(full.slice(4, 6))
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  if (Math.hypot(a, b) < GREY_BELOW_CHROMA) return undefined
  return (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360
}

function linearToByte(linear: number): string {
  const bounded = Math.min(1, Math.max(0, linear))
  const value = bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * bounded ** (1 / 2.4) - 0.055
  return Math.round(value * 255)
    .toString(16)
    .padStart(2, '0')
}

function byteToLinear(digits: string): number {
  const value = Number.parseInt(digits, 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
