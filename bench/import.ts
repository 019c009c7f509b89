import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { importLargeCsv, largeCsvRows, writeLargeCsv } from './support/importUsers.ts'
import { benchFolder } from './support/mailbox.ts'
import { median, print, type Measurement } from './support/measurement.ts'
import { hasPeer, settleDisk } from './support/peer.ts'

const runs = 5
const barRatio = 4
const manyRows = 1_000_000
const barMegabytes = 120

/**
 * What the sqlite3 shell needs for the same: the rows of one table, and over it every index of ours whose columns the
 * file has (users, extensions, numbers, and the orders of the three lists), and the trigrams of a search.
 */
const peerSql = (csv: string): string => `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE imported (user_name TEXT, first_name TEXT, last_name TEXT, email TEXT, extension TEXT, phone_number TEXT,
    site TEXT, department TEXT, job_title TEXT, time_zone TEXT, status TEXT);
  .import --csv --skip 1 '${csv}' imported
  CREATE UNIQUE INDEX user_name_in_use ON imported (user_name COLLATE NOCASE) WHERE status <> 'DELETED';
  CREATE INDEX user_by_email ON imported (lower(email));
  CREATE INDEX user_by_site ON imported (site);
  CREATE INDEX extension_by_site ON imported (site);
  CREATE UNIQUE INDEX extension_number ON imported (extension);
  CREATE UNIQUE INDEX fq_extension_number ON imported ('10' || extension);
  CREATE UNIQUE INDEX phone_number ON imported (phone_number);
  CREATE INDEX phone_number_by_extension ON imported (extension);
  CREATE INDEX users_by_name ON imported (lower(last_name || ' ' || first_name), status);
  CREATE INDEX users_by_extension ON imported (extension IS NULL, extension, lower(last_name || ' ' || first_name), status);
  CREATE INDEX users_by_status ON imported (status, lower(last_name || ' ' || first_name));
  CREATE INDEX users_by_site ON imported (site COLLATE NOCASE, lower(last_name || ' ' || first_name), status);
  CREATE INDEX users_by_department ON imported (department COLLATE NOCASE, lower(last_name || ' ' || first_name), status);
  CREATE INDEX extensions_by_extension ON imported (CAST(extension AS INTEGER));
  CREATE INDEX extensions_by_holder ON imported (lower(last_name || ' ' || first_name), extension);
  CREATE INDEX extensions_by_holder_down ON imported (lower(last_name || ' ' || first_name) DESC, extension);
  CREATE INDEX extensions_by_site ON imported (site COLLATE NOCASE, extension);
  CREATE INDEX extensions_by_state ON imported (status, extension);
  CREATE INDEX numbers_by_number ON imported (phone_number);
  CREATE INDEX numbers_by_state ON imported (status, phone_number);
  CREATE INDEX numbers_by_extension ON imported (extension IS NULL, extension, phone_number);
  CREATE INDEX numbers_by_extension_down ON imported (extension IS NULL, extension DESC, phone_number);
  CREATE VIRTUAL TABLE found USING fts5 (text, content = '', tokenize = 'trigram');
  INSERT INTO found (rowid, text) SELECT rowid,
    lower(first_name || ' ' || last_name || char(10) || user_name || char(10) || email || char(10) || extension || char(10) ||
      phone_number) FROM imported;
`

/** 100,000 rows of CSV checked, inserted and searchable, in turn with the sqlite3 shell; and the memory of a million. */
const folder = benchFolder()
const newFolder = (): string => mkdtempSync(join(folder, 'run-'))
const peer = hasPeer('sqlite3')
const ours: number[] = []
const theirs: number[] = []
for (let run = 0; run < runs; run += 1) {
  settleDisk()
  ours.push((await importLargeCsv(newFolder())).seconds)
  settleDisk()
  if (peer) theirs.push(await importByShell(newFolder()))
}
print([...against(ours, theirs), await memoryOfMany()])

async function importByShell(place: string): Promise<number> {
  const csv = await writeLargeCsv(place)
  const started = performance.now()
  execFileSync('sqlite3', ['-bail', join(place, 'peer.sqlite')], {
    // The shell knows its own commands at the beginning of a line only.
    input: peerSql(csv).replaceAll(/^ +/gm, ''),
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  return (performance.now() - started) / 1000
}

function against(seconds: readonly number[], shell: readonly number[]): Measurement[] {
  if (shell.length === 0) return []
  const ratio = median(seconds) / median(shell)
  return [
    {
      name: `import of ${largeCsvRows} users`,
      unit: 's',
      ours: median(seconds),
      peers: { 'sqlite3 .import and the same indexes': median(shell) },
      ratio,
      bar: `≤ ${barRatio} ×`,
      holds: ratio <= barRatio,
    },
  ]
}

async function memoryOfMany(): Promise<Measurement> {
  let most = 0
  let before = 0
  await importLargeCsv(newFolder(), manyRows, async (work) => {
    before = process.memoryUsage.rss()
    const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20)
    try {
      return await work()
    } finally {
      clearInterval(timer)
    }
  })
  const more = (most - before) / 1024 / 1024
  return {
    name: `import: memory more than before, ${manyRows} users`,
    unit: 'MB',
    ours: more,
    peers: {},
    ratio: null,
    bar: `≤ +${barMegabytes} MB`,
    holds: more <= barMegabytes,
  }
}
