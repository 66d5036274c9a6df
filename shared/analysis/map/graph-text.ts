import type { MapLane, MapModel, MapModelEdge, MapModelNode } from './map-model.ts'
import { orderedLanes } from './seats.ts'

/** A map as a Graphviz file: `dot -Tsvg` draws it. */
export function mapToDot(model: MapModel): string {
  const names = namesOf(model)
  const line = (node: MapModelNode, indent: string) =>
    `${indent}${names.get(node.key) ?? ''} [label=${quoted(labelOf(node))}, ${dotShape(node)}];`
  const lanes = orderedLanes(model)
  const lines = [
    'digraph map {',
    `  graph [label=${quoted(model.title)}, labelloc=t, rankdir=${model.axis === 'rank' ? 'TB' : 'LR'}, fontname="Inter"];`,
    '  node [fontname="Inter", fontsize=11];',
    '  edge [fontname="Inter", fontsize=10];',
  ]
  for (const [index, lane] of lanes.entries()) {
    lines.push(`  subgraph cluster_${index} {`, `    label=${quoted(laneLabel(lane, model))};`)
    if (lane.isStandpoint) lines.push('    style=filled; color=gray60; fillcolor=gray95;')
    for (const node of model.nodes) if (node.lane === lane.key) lines.push(line(node, '    '))
    lines.push('  }')
  }
  for (const node of outsideLanes(model)) lines.push(line(node, '  '))
  for (const edge of model.edges) {
    const [from, to] = [names.get(edge.from), names.get(edge.to)]
    if (from === undefined || to === undefined) continue
    lines.push(`  ${from} -> ${to} [${dotStyle(edge)}];`)
  }
  lines.push('}', '')
  return lines.join('\n')
}

/** A map as a Mermaid flowchart. */
export function mapToMermaid(model: MapModel): string {
  const names = namesOf(model)
  const line = (node: MapModelNode, indent: string) =>
    `${indent}${names.get(node.key) ?? ''}${mermaidShape(node)}`
  const lanes = orderedLanes(model)
  const lines = [
    '---',
    `title: ${JSON.stringify(model.title)}`,
    '---',
    `flowchart ${model.axis === 'rank' ? 'TB' : 'LR'}`,
  ]
  for (const [index, lane] of lanes.entries()) {
    lines.push(`  subgraph lane${index}["${mermaidText(laneLabel(lane, model))}"]`)
    for (const node of model.nodes) if (node.lane === lane.key) lines.push(line(node, '    '))
    lines.push('  end')
  }
  for (const node of outsideLanes(model)) lines.push(line(node, '  '))
  const styles: string[] = []
  let count = 0
  for (const edge of model.edges) {
    const [from, to] = [names.get(edge.from), names.get(edge.to)]
    if (from === undefined || to === undefined) continue
    const words = edgeWords(edge)
    const label = words === '' ? '' : `|"${mermaidText(words)}"|`
    lines.push(`  ${from} ${mermaidArrow(edge)}${label} ${to}`)
    const style = mermaidLine(edge)
    if (style !== '') styles.push(`  linkStyle ${count} ${style}`)
    count += 1
  }
  for (const node of model.nodes)
    if (node.outline !== 'solid')
      styles.push(
        `  style ${names.get(node.key) ?? ''} stroke-dasharray: ${node.outline === 'dashed' ? '5 4' : '1 4'}`,
      )
  return [...lines, ...styles, ''].join('\n')
}

/** Short names that both languages take; the keys of things are no identifiers there. */
function namesOf(model: MapModel): Map<string, string> {
  return new Map(model.nodes.map((node, index) => [node.key, `n${index}`]))
}

function outsideLanes(model: MapModel): MapModelNode[] {
  const known = new Set(model.lanes.map((lane) => lane.key))
  return model.nodes.filter((node) => !known.has(node.lane))
}

function laneLabel(lane: MapLane, model: MapModel): string {
  const label = lane.group === '' ? lane.label : `${lane.group}: ${lane.label}`
  return lane.isStandpoint ? `★ ${label} (${model.words.standpoint})` : label
}

function labelOf(node: MapModelNode): string {
  const mark = node.outline === 'dotted' ? ' ?' : ''
  const count = node.passages > 0 ? ` (${node.passages})` : ''
  const lines = [
    `${node.label}${mark}${count}`,
    node.detail,
    node.variants.join(' · '),
    ...node.notes,
  ]
  return lines.filter((part) => part !== '').join('\n')
}

function edgeWords(edge: MapModelEdge): string {
  const count = edge.passages > 0 ? `(${edge.passages})` : ''
  return [edge.isContradicted ? '✗' : '', edge.label, count].filter((part) => part !== '').join(' ')
}

function quoted(text: string): string {
  const inner = withoutControls(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')
  return `"${inner.replaceAll('\n', '\\n')}"`
}

/** Mermaid reads Markdown and HTML in labels: what could be either is written as a number. */
function mermaidText(text: string): string {
  return withoutControls(text)
    .replaceAll(/[#;"&<>`*_\\[\](){}|]/gu, (letter) => `#${letter.codePointAt(0) ?? 0};`)
    .replaceAll('\n', '<br/>')
}

function withoutControls(text: string): string {
  return [...text]
    .filter((letter) => letter === '\n' || (letter.codePointAt(0) ?? 0) >= 0x20)
    .join('')
}

function dotShape(node: MapModelNode): string {
  const isText = node.shape === 'text' || node.shape === 'clause'
  const shape = isText ? 'note' : 'box'
  const styles: string[] = []
  if (node.shape === 'work' || node.shape === 'meeting') styles.push('rounded')
  if (node.outline !== 'solid') styles.push(node.outline)
  const isDouble = node.isReplicable || node.shape === 'meeting'
  const style = styles.length > 0 ? `, style=${quoted(styles.join(','))}` : ''
  return `shape=${shape}${style}${isDouble ? ', peripheries=2' : ''}`
}

function dotStyle(edge: MapModelEdge): string {
  const words = edgeWords(edge)
  const parts = [`label=${quoted(words)}`]
  if (edge.isDotted) parts.push('style=dotted')
  switch (edge.style) {
    case 'sequence':
      parts.push('color=gray50', 'penwidth=0.8')
      break
    case 'governs':
      parts.push(...(edge.isDotted ? [] : ['style=dashed']), 'arrowhead=empty')
      break
    case 'reports':
      parts.push(...(edge.isDotted ? [] : ['style=dashed']), 'color=darkgreen')
      break
    case 'conflict':
      parts.push('color="red:white:red"', 'dir=none')
      break
    case 'text moves':
      parts.push('penwidth=1.4')
  }
  if (edge.isBackward) parts.push('constraint=false')
  return parts.join(', ')
}

function mermaidShape(node: MapModelNode): string {
  const label = `"${mermaidText(labelOf(node))}"`
  if (node.shape === 'text' || node.shape === 'clause')
    return node.isReplicable ? `[[${label}]]` : `[${label}]`
  if (node.shape === 'meeting') return `(((${label})))`
  return node.shape === 'actor' ? `[${label}]` : `([${label}])`
}

function mermaidArrow(edge: MapModelEdge): string {
  if (edge.style === 'conflict') return 'x--x'
  return edge.isDotted || edge.style === 'governs' ? '-.->' : '-->'
}

function mermaidLine(edge: MapModelEdge): string {
  if (edge.style === 'sequence') return 'stroke:#888,stroke-width:1px'
  if (edge.style === 'reports' && !edge.isDotted) return 'stroke-dasharray: 9 3 2 3'
  return edge.style === 'conflict' ? 'stroke:#b3261e' : ''
}
