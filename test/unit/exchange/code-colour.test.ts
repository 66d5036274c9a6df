import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hexToHue, hueToHex } from '../../../electron/engine/exchange/code-colour.ts'

describe('code colours', () => {
  it('come back from hexadecimal digits within two degrees', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359 }), (hue) => {
        const back = hexToHue(hueToHex(hue)) ?? Number.NaN
        const apart = Math.abs(back - hue)
        expect(Math.min(apart, 360 - apart)).toBeLessThanOrEqual(2)
      }),
    )
  })

  it.each([
    ['#808080', undefined],
    ['#fff', undefined],
    ['red', undefined],
    ['', undefined],
    ['#f00', 29],
    ['#00ff00', 142],
    ['#0000FF', 264],
  ])('reads %j as hue %j', (hex, hue) => {
    expect(hexToHue(hex)).toBe(hue)
  })
})
