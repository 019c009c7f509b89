import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { chatReason } from '../../../../shared/audit/chat.ts'
import { focusFirstWrong } from '../../components/FormModal/focusFirstWrong.ts'
import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import classes from './Audit.module.css'

type ChatReasonProps = {
  reason: string
  /** Whether another reason was asked for: the keyboard goes on here. */
  changing: boolean
  onReason: (reason: string) => void
}

/** Nothing of the chat is shown before a reason is given; main refuses it, too. */
export function ChatReason({ reason, changing, onReason }: ChatReasonProps) {
  const [typed, setTyped] = useState(reason)
  const [tried, setTried] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (changing) field.current?.focus()
  }, [changing])
  const parsed = chatReason.safeParse(typed)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    focusFirstWrong(event.currentTarget)
    setTried(true)
    if (parsed.success) onReason(parsed.data)
  }
  return (
    <PageBody>
      <form className={classes.reasonForm} onSubmit={submit} noValidate>
        <TextInput
          label="Why is the chat read?"
          ref={field}
          description="Every search, every room that is read and every export is written into the audit with this reason."
          placeholder="Case number, request or order"
          maxLength={300}
          value={typed}
          error={tried && !parsed.success ? 'A reason has at least 3 characters.' : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit">Continue</Button>
      </form>
    </PageBody>
  )
}
