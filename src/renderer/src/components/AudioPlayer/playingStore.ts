import { create } from 'zustand'

type State = { playing: string | null }
type Actions = { started: (url: string) => void; stopped: (url: string) => void }

const usePlayingStore = create<State & Actions>()((set) => ({
  playing: null,
  started: (url) => set({ playing: url }),
  stopped: (url) => set((state) => (state.playing === url ? { playing: null } : state)),
}))

/** The address that is heard now; one message plays at a time in the whole window. */
export const usePlayingUrl = () => usePlayingStore((state) => state.playing)
export const usePlaybackStarted = () => usePlayingStore((state) => state.started)
export const usePlaybackStopped = () => usePlayingStore((state) => state.stopped)
