import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import type { QueryState } from '../../components/QueryView/QueryView.tsx'
import { SkeletonRows } from '../../components/QueryView/SkeletonRows.tsx'

/** Stands for a list that is not read yet, or could not be. */
export function Unread({ what, query }: { what: string; query: QueryState<unknown> }) {
  return (
    <PageBody>
      {query.isError ? (
        <ErrorAlert title={`The ${what} could not be read`} error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <SkeletonRows rows={14} />
      )}
    </PageBody>
  )
}
