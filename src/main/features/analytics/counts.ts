/** Counts that are under way for the window, each stopped by its name when the answer is not wanted any more. */
export function createCounts() {
  const running = new Map<string, AbortController>()
  return {
    start: async <T>(request: string | undefined, count: (signal: AbortSignal) => Promise<T>): Promise<T> => {
      const controller = new AbortController()
      if (request !== undefined) running.set(request, controller)
      try {
        return await count(controller.signal)
      } finally {
        if (request !== undefined) running.delete(request)
      }
    },
    stop: (request: string): void => running.get(request)?.abort(),
  }
}
