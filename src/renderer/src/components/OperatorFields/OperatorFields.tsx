import { TextInput } from '@mantine/core'
import { NewPasswordFields } from './NewPasswordFields.tsx'
import { operatorProblems, type OperatorDraft } from './operatorDraft.ts'

type OperatorFieldsProps = {
  draft: OperatorDraft
  /** Problems are shown only after the first try. */
  tried: boolean
  onChange: (draft: OperatorDraft) => void
}

/** Name, user name and password, typed twice, of a new operator. */
export function OperatorFields({ draft, tried, onChange }: OperatorFieldsProps) {
  const problems = tried ? (operatorProblems(draft) ?? {}) : {}
  return (
    <>
      <TextInput
        label="Name"
        data-autofocus
        description="As runs, reports and audit entries show it."
        size="sm"
        required
        maxLength={100}
        autoComplete="off"
        value={draft.name}
        error={problems.name}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <TextInput
        label="User name"
        description="The same as in the directory: whoever is offboarded there cannot sign in here."
        size="sm"
        required
        maxLength={100}
        autoComplete="off"
        value={draft.userName}
        error={problems.userName}
        onChange={(event) => onChange({ ...draft, userName: event.currentTarget.value })}
      />
      <NewPasswordFields
        label="Password"
        value={draft}
        problems={problems}
        onChange={(passwords) => onChange({ ...draft, ...passwords })}
      />
    </>
  )
}
