export function ActorCard(_: { actorId: string }) {
  return null
}
