export function WorkPanel() {
  return null
}
