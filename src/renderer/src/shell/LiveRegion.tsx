import { useAnnouncement } from '../stores/announcements.ts'

/** Where announcements are read out from; always there, because a region that appears with its text is not read. */
export function LiveRegion() {
  const text = useAnnouncement()
  return (
    <div role="status" aria-live="polite" className="visuallyHidden">
      {text}
    </div>
  )
}
