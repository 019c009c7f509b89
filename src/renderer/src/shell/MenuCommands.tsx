import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { assertNever } from '../../../shared/ipc/errors.ts'
import type { Events } from '../../../shared/ipc/contract.ts'
import { useStart } from '../components/UserMenu/useStart.ts'
import { onEvent } from '../ipc/client.ts'
import { useSearchAsked } from '../stores/usersView.ts'

/** Carries out what the application menu and its keys ask for. */
export function MenuCommands() {
  const [, navigate] = useLocation()
  const start = useStart()
  const askForSearch = useSearchAsked()
  useEffect(() => {
    const carryOut = ({ command }: Events['menu.command']): void => {
      switch (command) {
        case 'offboard':
          return start('offboard', null)
        case 'search':
          askForSearch()
          return navigate('/users')
        case 'import':
          return navigate('/import')
        case 'archives':
          return navigate('/archives')
        case 'settings':
          return navigate('/settings')
        default:
          return assertNever(command)
      }
    }
    return onEvent('menu.command', carryOut)
  }, [askForSearch, navigate, start])
  return null
}
