import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { causeOf } from '../components/ErrorAlert/adviceFor.ts'
import { useStartOffboarding } from '../features/wizard/useStartOffboarding.ts'

/** Opens a new wizard without a person; says so when it cannot. */
export function useOffboardSomeone(): () => void {
  const start = useStartOffboarding()
  return useCallback(() => {
    start('offboard', null).catch((error: unknown) => {
      notifications.show({ color: 'red', title: 'The offboarding could not be started', message: causeOf(error) })
    })
  }, [start])
}
