export function ClauseCard(_: { clauseId: string }) {
  return null
}
