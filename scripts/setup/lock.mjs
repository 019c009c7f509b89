import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

import { say } from './messages.mjs'

const LONGEST_WORK_MS = 30 * 60_000

/** Runs `work` while no other process of this checkout does such work; a lock whose owner is gone counts as free. */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true })
  for (let said = false; !take(file); said = true) {
    if (!said) say(`another set-up or build runs in this checkout (${file}); waiting for it`)
    await sleep(200)
  }
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.removeListener('exit', release)
    release()
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (isStale(file)) rmSync(file, { force: true })
    return false
  }
}

function isStale(file) {
  try {
    const owner = Number(readFileSync(file, 'utf8'))
    if (Date.now() - statSync(file).mtimeMs > LONGEST_WORK_MS) return true
    // An empty file belongs to an owner between creating and writing it.
    return owner > 0 && owner !== process.pid && !isAlive(owner)
  } catch {
    return false
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
