import { useEffect, useRef } from 'react'

/** What is asked of a mutation. */
export type Change<T = unknown> = { isSuccess: boolean; data: T | undefined; submittedAt: number }

/**
 * Does something once a change has succeeded. Where the lock came down meanwhile, it is done after the lock: the callbacks
 * of mutate are lost with the effects that the lock ends. behindLock: whether it came down since the change was asked for.
 */
export function useWhenDone<T>(change: Change<T>, act: (value: T, behindLock: boolean) => void): void {
  const { isSuccess, data, submittedAt } = change
  const done = useRef(0)
  const hiddenAt = useRef(0)
  useEffect(
    () => () => {
      hiddenAt.current = Date.now()
    },
    [],
  )
  useEffect(() => {
    if (!isSuccess || done.current === submittedAt) return
    done.current = submittedAt
    // A mutation that succeeded has its data.
    act(data as T, hiddenAt.current > submittedAt)
  })
}
