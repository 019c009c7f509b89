import { createOperatorStore } from './operatorStore.ts'

type State = { text: string }
type Actions = { announce: (text: string) => void }

const useAnnouncementStore = createOperatorStore<State & Actions>((set) => ({
  text: '',
  announce: (text) => set({ text }),
}))

/** Says a sentence to screen readers, politely: milestones and results, never every tick. */
export const useAnnounce = () => useAnnouncementStore((state) => state.announce)
export const useAnnouncement = () => useAnnouncementStore((state) => state.text)
