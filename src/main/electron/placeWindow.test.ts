import { describe, expect, it } from 'vitest'
import { placeWindow } from './placeWindow.ts'

const laptop = { x: 0, y: 0, width: 1440, height: 900 }
const second = { x: 1440, y: 0, width: 2560, height: 1400 }
const saved = { x: 2000, y: 100, width: 1600, height: 1000, maximized: false }

describe('placeWindow', () => {
  it('opens where the window was', () => {
    expect(placeWindow(saved, [laptop, second])).toEqual({ x: 2000, y: 100, width: 1600, height: 1000 })
  })

  // A window on a display that was unplugged would open where nobody sees it.
  it('comes back to the first display when its own is gone', () => {
    expect(placeWindow(saved, [laptop])).toEqual({ width: 1360, height: 860 })
  })

  it.each([
    ['above the display', { ...saved, x: 100, y: -500 }],
    ['below the display', { ...saved, x: 100, y: 890 }],
    ['with a sliver at the edge', { ...saved, x: 1400, y: 100 }],
  ])('is centered when it was left %s', (_where, left) => {
    expect(placeWindow(left, [laptop])).not.toHaveProperty('x')
  })

  it('is no larger than the display and no smaller than the layout needs', () => {
    expect(placeWindow({ ...saved, x: 0, y: 0 }, [laptop])).toEqual({ x: 0, y: 0, width: 1440, height: 900 })
    expect(placeWindow({ ...saved, x: 0, y: 0, width: 400, height: 300 }, [laptop])).toMatchObject({
      width: 1024,
      height: 700,
    })
  })
})
