import { type RefObject, useCallback, useLayoutEffect, useRef } from "react"

/** What is out of sight is laid out some frames later than what is in sight. */
const FRAMES = 12

/**
 * Keeps what was pressed where it is on the screen while what stands above it grows: the browser's own anchoring does not
 * work among elements that are laid out only in sight.
 *
 * @param scroller what scrolls around it
 * @returns to be called with what was pressed, before the change
 */
export function useStayPut(scroller: RefObject<HTMLElement>): (pressed: HTMLElement) => void {
  const held = useRef<{ pressed: HTMLElement; top: number } | null>(null)

  useLayoutEffect(() => {
    if (held.current) {
      const { pressed, top } = held.current
      held.current = null
      keep(scroller, pressed, top, FRAMES)
    }
  })

  return useCallback((pressed) => {
    held.current = { pressed, top: topOf(pressed) }
  }, [])
}

function keep(
  scroller: RefObject<HTMLElement>,
  pressed: HTMLElement,
  top: number,
  frames: number,
): void {
  if (!scroller.current || !pressed.isConnected) {
    return
  }
  scroller.current.scrollTop += topOf(pressed) - top
  if (frames > 0) {
    requestAnimationFrame(() => keep(scroller, pressed, top, frames - 1))
  }
}

function topOf(element: HTMLElement): number {
  return element.getBoundingClientRect().top
}
