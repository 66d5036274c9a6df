export function MapsPanel() {
  return null
}
