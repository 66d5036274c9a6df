export function MapView(_: { mapId: string; isActive: boolean }) {
  return null
}
