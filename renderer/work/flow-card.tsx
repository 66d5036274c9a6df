export function FlowCard(_: { flowId: string }) {
  return null
}
