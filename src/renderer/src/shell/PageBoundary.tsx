import { Component, type ReactNode } from 'react'
import { ErrorAlert } from '../components/ErrorAlert/ErrorAlert.tsx'
import classes from './PageBoundary.module.css'

type State = { error: unknown; failed: boolean }

/** Keeps a fault of one page on that page: the rail stays, and the page can be tried again. */
export class PageBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null, failed: false }

  static getDerivedStateFromError(error: unknown): State {
    return { error, failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div className={classes.fault}>
        <ErrorAlert
          title="This page could not be shown"
          error={this.state.error}
          onRetry={() => this.setState({ error: null, failed: false })}
        />
      </div>
    )
  }
}
