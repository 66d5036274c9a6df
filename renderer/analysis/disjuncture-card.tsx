export function DisjunctureCard(_: { disjunctureId: string }) {
  return null
}
