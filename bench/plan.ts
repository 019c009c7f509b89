import { digest } from '../src/main/digest.ts'
import { choices } from '../src/shared/offboarding/choices.ts'
import { buildPlan } from '../src/shared/offboarding/plan.ts'
import { anInventory, planInput } from '../tests/support/inventory.ts'
import { median, print } from './support/measurement.ts'

const runs = 500
const barMilliseconds = 5

/** buildPlan for a person with 10,000 calls and 500 voicemails, every step chosen. */
function measure(): number {
  const base = anInventory()
  const inventory = {
    ...base,
    voicemail: { ...base.voicemail, count: 500 },
    counts: { ...base.counts, callRecord: 10_000, callLog: 10_000 },
  }
  const input = planInput({
    inventory,
    choices: choices.parse({
      voicemail: { kind: 'forward', extensionNumber: '1017' },
      numbers: { '+12125550142': { kind: 'release' } },
      forwardCalls: '1017',
      delete: true,
    }),
  })
  const times = Array.from({ length: runs }, () => {
    const started = performance.now()
    buildPlan(input, digest)
    return performance.now() - started
  })
  return median(times)
}

const ours = measure()
print([
  {
    name: 'plan',
    unit: 'ms',
    ours,
    peers: {},
    ratio: null,
    bar: `≤ ${barMilliseconds} ms`,
    holds: ours <= barMilliseconds,
  },
])
