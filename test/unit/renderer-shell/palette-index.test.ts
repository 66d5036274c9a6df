import { describe, expect, it } from 'vitest'
import { paletteIndex } from '../../../renderer/app/palette/palette-index.ts'
import type { PaletteGroup, PaletteItem } from '../../../renderer/app/palette/palette-items.ts'

const item = (group: PaletteGroup, label: string, keywords = ''): PaletteItem => ({
  key: `${group} ${label}`,
  group,
  label,
  detail: '',
  keywords,
  icon: undefined,
  perform: () => {},
})

/** Names of what is found, without the offer to search the texts, which stands last. */
const found = (items: PaletteItem[], query: string) =>
  paletteIndex(items)(query)
    .slice(0, -1)
    .map(({ label }) => label)

describe('the palette', () => {
  const many = Array.from({ length: 5000 }, (_, n) => item('things', `steg ${n} i oppfølgingen`))

  it('finds one thing among thousands by words of its name in any order', () => {
    const things = [...many, item('things', 'Aktivitetsplan for brukeren', 'AP')]
    expect(found(things, 'plan aktiv')).toEqual(['Aktivitetsplan for brukeren'])
    expect(found(things, 'ap')).toEqual(['Aktivitetsplan for brukeren'])
    expect(found(things, 'steg 4711 i')).toEqual(['steg 4711 i oppfølgingen'])
  })

  it('puts names that are it first, then those that begin so, then those that hold it', () => {
    const items = [
      item('things', 'Retningslinje for møtet'),
      item('codes', 'møtet før møtet'),
      item('codes', 'Møte'),
      item('codes', 'etter et møte'),
    ]
    expect(found(items, 'møte')).toEqual([
      'Møte',
      'møtet før møtet',
      'etter et møte',
      'Retningslinje for møtet',
    ])
  })

  it('allows for a typing error when nothing holds the words', () => {
    expect(found([...many, item('things', 'Retningslinje')], 'retnigslinje')).toContain(
      'Retningslinje',
    )
  })

  it('shows a few of each group, and commands before anything is typed', () => {
    const items = [...many, item('actions', 'Steg tilbake')]
    expect(found(items, 'steg')).toHaveLength(8)
    expect(paletteIndex(items)('').map(({ label }) => label)).toEqual(['Steg tilbake'])
  })
})
