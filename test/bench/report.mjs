/** One line of the report. `ratio` is value to baseline where there is one. */
export function report({ name, value, unit, baseline, target, ok, ...more }) {
  const ratio = baseline === undefined ? undefined : rounded(value / baseline)
  const line = {
    name,
    value: rounded(value),
    unit,
    ...(baseline === undefined ? {} : { baseline: rounded(baseline), ratio }),
    target,
    ok,
    ...more,
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
  return ok
}

/** Something the reader of the numbers has to know; not a measurement. */
export function note(text) {
  process.stdout.write(`${JSON.stringify({ note: text })}\n`)
}

export function median(values) {
  return quantile(values, 0.5)
}

export function p95(values) {
  return quantile(values, 0.95)
}

function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function rounded(value) {
  return Math.round(value * 1000) / 1000
}
