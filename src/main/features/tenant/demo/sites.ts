export type SiteKey = 'newYork' | 'london' | 'berlin'

export type Site = {
  key: SiteKey
  name: string
  timezone: string
  /** Standard time; summer time would move calls by an hour, which nobody misses in invented ones. */
  hoursEast: number
  locale: string
  country: string
  /** Before the extension it makes the number that is unique over all sites. */
  siteCode: string
  /** The first digit of the site's extensions. */
  digit: string
  address: string
}

export const companyName = 'Marlowe & Finch'
export const pbxName = 'marlowefinch01'
export const mailDomain = 'marlowefinch.example'

export const sites: readonly Site[] = [
  {
    key: 'newYork',
    name: 'New York',
    timezone: 'America/New_York',
    hoursEast: -5,
    locale: 'en-US',
    country: 'US',
    siteCode: '21',
    digit: '1',
    address: '1180 Fennimore Street, Floor 9, New York, NY 10099, US',
  },
  {
    key: 'london',
    name: 'London',
    timezone: 'Europe/London',
    hoursEast: 0,
    locale: 'en-GB',
    country: 'GB',
    siteCode: '44',
    digit: '2',
    address: '27 Tallow Yard, London EC9 1ZZ, GB',
  },
  {
    key: 'berlin',
    name: 'Berlin',
    timezone: 'Europe/Berlin',
    hoursEast: 1,
    locale: 'de-DE',
    country: 'DE',
    siteCode: '49',
    digit: '3',
    address: 'Lindenzeile 14, 10199 Berlin, DE',
  },
]
