export function TextCard(_: { textId: string }) {
  return null
}
