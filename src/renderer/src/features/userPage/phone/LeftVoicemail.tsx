import { Button, Group } from '@mantine/core'
import { IconArchive } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { outcomeOf } from '../../../../../shared/offboarding/outcome.ts'
import type { RunId } from '../../../../../shared/ids.ts'
import { EffectList } from '../../../components/EffectList/EffectList.tsx'
import { routeQuery } from '../../../data/routeQuery.ts'

/** What the run that freed an extension made of its voicemail, and the way to its archive. */
export function LeftVoicemail({ runId }: { runId: RunId }) {
  const run = useQuery(routeQuery('runs.show', { runId }))
  if (run.data === undefined) return null
  const { archiveId } = run.data
  const effects = outcomeOf(run.data)
    .filter(({ part }) => part === 'happened')
    .flatMap((one) => one.effects.filter(({ what }) => what === 'voicemailMessage'))
  return (
    <>
      <EffectList effects={effects} />
      {archiveId !== null && (
        <Group>
          <Button
            variant="default"
            component={Link}
            href={`/archives/${archiveId}`}
            leftSection={<IconArchive size={16} aria-hidden />}
          >
            Open the archive
          </Button>
        </Group>
      )}
    </>
  )
}
