/**
 * Runs inside the window and leaves `window.bench`: stop-watches that start with the key event and end
 * when the frame with its effect has been painted. To be handed to `page.evaluate` whole.
 */
export function watchInPage() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  /** A frame's callback runs before it is painted; a second one can only come after that. */
  const painted = async () => {
    await frame()
    await frame()
  }
  const keyDown = (key) =>
    new Promise((resolve) => {
      const onKey = (event) => {
        if (event.key !== key) return
        window.removeEventListener('keydown', onKey, true)
        resolve(event.timeStamp)
      }
      window.addEventListener('keydown', onKey, true)
    })
  const paintedRanges = () =>
    [...CSS.highlights]
      .filter(([name]) => /^code-\d/.test(name))
      .reduce((sum, [, highlight]) => sum + highlight.size, 0)
  const text = () => document.querySelector('.reading-text')
  const scroller = () => document.querySelector('.reading-scroller')
  const until = async (isDone) => {
    while (!isDone()) await frame()
  }

  window.bench = {
    watchOpening() {
      this.opened = (async () => {
        const start = await keyDown('Enter')
        await until(
          () => (text()?.childElementCount ?? 0) > 100 && paintedRanges() > 0 && stripes() > 0,
        )
        await painted()
        const before = scroller().scrollTop
        scroller().scrollTop = before + 400
        await painted()
        if (scroller().scrollTop === before) throw new Error('The document does not scroll.')
        return performance.now() - start
      })()
    },

    /** Frames a second between each two frames while the text moves by 60 pixels a frame. */
    async scroll(milliseconds) {
      const rates = []
      const end = performance.now() + milliseconds
      let before = await frame()
      while (before < end) {
        scroller().scrollTop += 60
        const now = await frame()
        rates.push(1000 / (now - before))
        before = now
      }
      return rates
    },

    /** Brings another part of the text into view and selects some words of it. */
    async selectWords(place) {
      scroller().scrollTop += 900
      await painted()
      await painted()
      const frameBox = scroller().getBoundingClientRect()
      const blocks = [...text().children].filter((block) => {
        const { top, bottom } = block.getBoundingClientRect()
        return (
          top > frameBox.top + 40 && bottom < frameBox.bottom - 40 && block.textContent.length > 80
        )
      })
      const block = blocks[place % Math.max(1, blocks.length)] ?? text().children[place]
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      let node = walker.nextNode()
      while (node !== null && node.length < 40) node = walker.nextNode()
      text().focus({ preventScroll: true })
      if (node === null) throw new Error('No words to select here.')
      const from = (place * 7) % (node.length - 30)
      getSelection().setBaseAndExtent(node, from, node, from + 25)
      await painted()
    },

    watchCoding(key) {
      const before = paintedRanges()
      this.coded = (async () => {
        const start = await keyDown(key)
        await until(() => paintedRanges() > before)
        await painted()
        return performance.now() - start
      })()
    },

    watchTyping(key) {
      const before = text().textContent.length
      this.typed = (async () => {
        const start = await keyDown(key)
        await until(() => text().textContent.length > before)
        await frame()
        return performance.now() - start
      })()
    },
  }

  function stripes() {
    return document.querySelectorAll('.reading-stripe').length
  }
}
