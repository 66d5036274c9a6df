export function LinkCard(_: { linkId: string }) {
  return null
}
