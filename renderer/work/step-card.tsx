export function StepCard(_: { stepId: string }) {
  return null
}
