export function PassageIndex(_: { passageId: string }) {
  return null
}
