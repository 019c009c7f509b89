import { useParams } from 'wouter'

/** One run, step by step. Route #/runs/:runId. */
export function RunPage() {
  const { runId } = useParams<{ runId: string }>()
  return <h1>Run {runId}</h1>
}
