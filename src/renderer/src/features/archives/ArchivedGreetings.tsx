import type { ArchiveId } from '../../../../shared/ids.ts'
import { GreetingList } from '../../components/GreetingList/GreetingList.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { useArchivedGreetings } from '../../data/archives.ts'
import classes from './Archives.module.css'

/** The greetings of an archive, to be heard. */
export function ArchivedGreetings({ archiveId }: { archiveId: ArchiveId }) {
  const query = useArchivedGreetings(archiveId)
  return (
    <QueryView query={query} failed="Greetings could not be read">
      {(greetings) => (
        <div className={classes.greetings}>
          <GreetingList
            none="The archive holds no greetings."
            greetings={greetings.map(({ number, kind, seconds }) => ({
              kind,
              seconds: seconds ?? 0,
              place: { kind: 'archivedGreeting', archiveId, number },
            }))}
          />
        </div>
      )}
    </QueryView>
  )
}
