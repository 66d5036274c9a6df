import type { Item } from '../../../shared/analysis/map/picture.ts'
import { paletteOf } from '../../../shared/analysis/map/palette.ts'

const palette = paletteOf('notation')

/** Colours of the printed notation as those of the theme. */
const themed = new Map([
  [palette.nodes.text.fold, 'var(--map-text-fold)'],
  [palette.nodes.text.stroke, 'var(--map-text)'],
  [palette.nodes.work.stroke, 'var(--map-work)'],
  [palette.edges.sequence, 'var(--faint)'],
  [palette.edges.governs, 'var(--map-governs)'],
  [palette.edges.reports, 'var(--map-reports)'],
  [palette.edges.conflict, 'var(--danger)'],
  [palette.circuit, 'var(--map-circuit)'],
  [palette.standpoint, 'var(--accent-soft)'],
  [palette.week, 'var(--panel)'],
  [palette.rule, 'var(--line)'],
  [palette.muted, 'var(--muted)'],
  [palette.ink, 'var(--text)'],
  [palette.paper, 'var(--paper)'],
])

/** A colour of the printed notation as that of the theme, mostly a CSS variable. */
export function inTheme(colour: string | null): string {
  return colour === null ? 'none' : (themed.get(colour) ?? colour)
}

/** What is drawn, as SVG in the colours of the theme. */
export function PictureItems({ items }: { items: readonly Item[] }) {
  return items.map((item, index) =>
    item.kind === 'path' ? (
      <path
        key={index}
        d={item.d}
        fill={inTheme(item.fill)}
        stroke={inTheme(item.stroke)}
        strokeWidth={item.width}
        strokeDasharray={item.dash.length === 0 ? undefined : item.dash.join(' ')}
        strokeLinecap={item.isRound ? 'round' : undefined}
        strokeLinejoin="round"
        opacity={item.opacity}
      />
    ) : (
      <text
        key={index}
        x={item.x}
        y={item.y}
        fontSize={item.size}
        fontWeight={item.weight}
        fill={inTheme(item.fill)}
        textAnchor={item.anchor}
        transform={item.isTurned ? `rotate(-90 ${item.x} ${item.y})` : undefined}
      >
        {item.text}
      </text>
    ),
  )
}
