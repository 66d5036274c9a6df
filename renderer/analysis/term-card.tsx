export function TermCard(_: { termId: string }) {
  return null
}
