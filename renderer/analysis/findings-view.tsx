import type { FindingsPart } from '../app/views.ts'
export function FindingsView(_: { part: FindingsPart }) {
  return null
}
