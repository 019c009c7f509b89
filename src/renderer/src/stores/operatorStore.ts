import { create, type StateCreator, type StoreApi, type UseBoundStore } from 'zustand'

const resets: (() => void)[] = []

/** A store of what one operator looks for, has chosen or is writing: it begins again when the operator leaves. */
export function createOperatorStore<T>(creator: StateCreator<T>): UseBoundStore<StoreApi<T>> {
  const store = create(creator)
  resets.push(() => store.setState(store.getInitialState(), true))
  return store
}

/** Everything that was an operator's own begins again, so that nothing of it stands there for the next one. */
export function forgetOperator(): void {
  for (const reset of resets) reset()
}
