export function TextRegister() {
  return null
}
