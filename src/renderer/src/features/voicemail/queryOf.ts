import type { VoicemailFilter } from '../../../../shared/voicemail/model.ts'
import type { VoicemailFilters } from '../../stores/voicemailView.ts'

/** What main is asked for. */
export function filterOf(search: string, filters: VoicemailFilters): Partial<VoicemailFilter> {
  const { ownerThen, ownerNow, caller = '', ...others } = filters
  return {
    ...others,
    search: search.trim(),
    caller: caller.trim(),
    ...(ownerThen !== undefined && { ownerThen: ownerThen.userId }),
    ...(ownerNow === 'free' ? { free: true } : ownerNow === undefined ? {} : { ownerNow: ownerNow.userId }),
  }
}
