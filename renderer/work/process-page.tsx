export function ProcessPage(_: { processId: string }) {
  return null
}
