import type { Rectangle } from 'electron'
import type { WindowBounds } from '../settings/settings.ts'

export const smallestWindow = { width: 1024, height: 700 }
const usualWindow = { width: 1360, height: 860 }
const reachable = { width: 160, height: 32 }

export type Placement = Partial<Pick<Rectangle, 'x' | 'y'>> & Pick<Rectangle, 'width' | 'height'>

/**
 * Where the window opens: where it was, if enough of its title bar can still be reached on one of the displays, and
 * never larger than that display. Without x and y it is centered. Work areas are in device-independent pixels.
 */
export function placeWindow(saved: WindowBounds | null, workAreas: readonly Rectangle[]): Placement {
  const area = saved === null ? undefined : workAreas.find((candidate) => isReachable(saved, candidate))
  if (saved === null || area === undefined) return fit(usualWindow, workAreas[0])
  return { x: saved.x, y: saved.y, ...fit(saved, area) }
}

function isReachable(window: Rectangle, area: Rectangle): boolean {
  const visible = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  const fromTop = window.y - area.y
  return visible >= reachable.width && fromTop >= 0 && fromTop <= area.height - reachable.height
}

function fit({ width, height }: { width: number; height: number }, area: Rectangle | undefined) {
  return {
    width: Math.max(smallestWindow.width, Math.min(width, area?.width ?? width)),
    height: Math.max(smallestWindow.height, Math.min(height, area?.height ?? height)),
  }
}
