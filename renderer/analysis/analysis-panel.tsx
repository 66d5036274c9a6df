export function AnalysisPanel() {
  return null
}
