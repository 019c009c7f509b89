import { Button } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { EmptyState } from '../QueryView/EmptyState.tsx'
import { thenFocusSearch } from './focusSearch.ts'

export type NothingMatchesProps = { title: string; onClear: () => void; children: ReactNode }

/** The search and the filters leave nothing: what is looked at, and the way back to everything. */
export function NothingMatches({ title, onClear, children }: NothingMatchesProps) {
  return (
    <EmptyState
      icon={<IconSearchOff size={22} />}
      title={title}
      action={
        <Button variant="default" onClick={thenFocusSearch(onClear)}>
          Clear search and filters
        </Button>
      }
    >
      {children}
    </EmptyState>
  )
}
