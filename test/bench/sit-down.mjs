/**
 * The project was made elsewhere, and so the window may ask who works here: the first of them. `ready`
 * is there once the project is open.
 */
export async function sitDown(page, ready) {
  const who = page.getByRole('dialog', { name: 'Who works here?' })
  await who.or(ready).first().waitFor()
  if (await who.isVisible()) await who.getByRole('listitem').first().getByRole('button').click()
  await who.waitFor({ state: 'hidden' })
  await ready.waitFor()
}
