export function TextPage(_: { textId: string }) {
  return null
}
