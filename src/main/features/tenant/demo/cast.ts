import type { SiteKey } from './sites.ts'

/** What makes a person of the cast a case of its own. */
export type Part = {
  /** In days from today; the person is about to leave. */
  leavesIn?: number
  /** Exactly so many messages in the voicemail box. */
  voicemails?: number
  status?: 'INACTIVE' | 'DELETED'
  /** Since when an INACTIVE or DELETED person is gone. */
  leftDaysAgo?: number
  role?: 'primaryAdministrator' | 'secondaryAdministrator' | 'itAdministrator'
  scimProvider?: string
  legalHold?: string
  /** The number is on its way from another carrier. */
  porting?: true
  secondNumber?: true
  device?: { model: string; status: 'BINDED' | 'ACTIVE' | 'RETIRED' } | 'none'
  userName?: string
}
export type CastMember = {
  site: SiteKey
  extension: string
  firstName: string
  lastName: string
  department: string
  title: string
  part: Part
}
type Line = [extension: string, firstName: string, lastName: string, department: string, title: string, part?: Part]

const deskPhone = { model: 'Poly VVX 450', status: 'ACTIVE' } as const

const newYork: Line[] = [
  ['1001', 'Margaret', 'Osei', 'IT', 'Head of IT', { role: 'primaryAdministrator', leavesIn: 12 }],
  ['1002', 'Caleb', 'Ostrander', 'IT', 'Systems administrator', { role: 'secondaryAdministrator' }],
  ['1005', 'Ruth', 'Abernathy', 'Operations', 'Receptionist'],
  ['1009', 'Zoë', 'Delacroix', 'Sales', 'Sales director'],
  ['1012', 'Kwame', 'Boateng', 'Finance', 'Controller'],
  ['1014', 'Lin', 'Zhao', 'Engineering', 'Design engineer'],
  ['1017', 'Marcus', 'Reyes', 'Operations', 'Dispatcher', { leavesIn: 1, voicemails: 5, device: 'none' }],
  ['1018', 'Tess', 'Gallagher', 'Support', 'Support agent'],
  ['1020', 'José', 'Ibáñez', 'Operations', 'Buyer'],
  ['1023', 'Tom', 'Okafor', 'Support', 'Support team lead', { leavesIn: 6, voicemails: 120 }],
  ['1026', 'Deborah', 'Kaplan', 'Finance', 'Payroll clerk'],
  ['1028', 'Anil', 'Mehta', 'Engineering', 'Test engineer'],
  ['1031', 'Gus', 'Papadopoulos', 'Engineering', 'Shop foreman', { leavesIn: 3, voicemails: 8, device: deskPhone }],
  ['1033', 'Layla', 'حداد', 'People', 'Recruiter', { userName: 'layla.haddad' }],
  ['1036', 'Bo', 'Ek', 'Sales', 'Sales engineer'],
  ['1038', 'Shanice', 'Whitmore', 'Support', 'Support agent'],
  ['1040', 'Peter', 'O’Malley', 'Operations', 'Warehouse lead'],
  [
    '1042',
    'Dana',
    'Whitfield',
    'Sales',
    'Account manager',
    { leavesIn: 0, voicemails: 12, secondNumber: true, device: deskPhone },
  ],
  ['1044', 'Nathan', 'Brooks', 'Sales', 'Account manager'],
  ['1047', 'Rosalind', 'Park', 'People', 'Head of People', { role: 'itAdministrator' }],
  ['1039', 'Walter', 'Nilsson', 'Sales', 'Sales representative', { status: 'DELETED', leftDaysAgo: 250 }],
]

const london: Line[] = [
  ['2001', 'Amelia', 'Hargreaves', 'Sales', 'Head of Sales, UK'],
  [
    '2003',
    'Eleanor',
    'Fitzgerald-Hume',
    'Finance',
    'Procurement manager',
    { leavesIn: 9, voicemails: 14, legalHold: 'Supplier dispute, released by counsel only' },
  ],
  ['2005', 'Søren', 'Kjærgaard', 'Engineering', 'Design engineer'],
  ['2008', 'Priya', 'Raman', 'Support', 'Service coordinator', { leavesIn: 7, voicemails: 9 }],
  ['2010', 'Oluwaseun', 'Adebayo', 'IT', 'Support technician', { role: 'secondaryAdministrator' }],
  ['2011', 'Gwen', 'Llewellyn', 'Operations', 'Receptionist'],
  ['2014', 'Ingrid', 'Sørensen', 'Sales', 'Account manager', { leavesIn: 4, voicemails: 0 }],
  ['2016', 'Tariq', 'Aziz', 'Support', 'Support engineer'],
  ['2019', 'Imogen', 'Platt', 'People', 'People partner'],
  ['2021', 'Łukasz', 'Wójcik', 'Operations', 'Field technician'],
  ['2024', 'Niamh', 'O’Connell', 'Finance', 'Accountant'],
  ['2027', 'Kofi', 'Asante', 'Support', 'Support agent'],
  [
    '2030',
    'Beatrix',
    'Lockwood',
    'Sales',
    'Sales representative',
    { status: 'INACTIVE', leftDaysAgo: 25, voicemails: 6 },
  ],
  ['2033', 'Hamish', 'Guthrie', 'Engineering', 'Test engineer'],
  ['2036', 'Mei', 'Tan', 'Sales', 'Sales engineer'],
]

const berlin: Line[] = [
  ['3001', 'Katharina', 'Voß', 'Sales', 'Leiterin Vertrieb'],
  ['3002', 'Emre', 'Yıldırım', 'IT', 'Systems administrator', { role: 'itAdministrator' }],
  ['3005', 'Hannah', 'Vogel', 'Support', 'Kundenberaterin', { leavesIn: 5, voicemails: 7, porting: true }],
  ['3007', 'Jürgen', 'Großmann', 'Operations', 'Lagerleiter'],
  ['3009', 'Agnieszka', 'Żurek', 'Finance', 'Buchhalterin'],
  ['3011', 'Jonas', 'Keller', 'Engineering', 'Entwickler', { leavesIn: 2, voicemails: 6, scimProvider: 'Okta' }],
  [
    '3013',
    'Maximiliana Theodora',
    'von Hohenberg-Schwarzenfels zu Altenkirchen',
    'People',
    'Personalreferentin',
    { userName: 'maximiliana.hohenberg' },
  ],
  ['3016', 'Björn', 'Åkesson', 'Sales', 'Account manager'],
  ['3018', 'Thị Hồng', 'Nguyễn', 'Support', 'Support agent'],
  ['3022', 'Dragana', 'Jovanović', 'Engineering', 'Test engineer'],
  ['3025', 'Ferdinand', 'Ochs', 'Operations', 'Fahrer', { status: 'INACTIVE', leftDaysAgo: 160, voicemails: 3 }],
  ['3028', '美咲', '高橋', 'Sales', 'Sales engineer', { userName: 'misaki.takahashi' }],
  ['3030', 'Clara', 'Wiesinger', 'Support', 'Support agent'],
  ['3034', 'Lucas', 'Brandt', 'Support', 'Support agent', { status: 'DELETED', leftDaysAgo: 410 }],
]

const membersOf = (site: SiteKey, lines: readonly Line[]): CastMember[] =>
  lines.map(([extension, firstName, lastName, department, title, part = {}]) => ({
    site,
    extension,
    firstName,
    lastName,
    department,
    title,
    part,
  }))

/** Forty-eight people who are there, and two whose accounts were deleted. */
export const cast: readonly CastMember[] = [
  ...membersOf('newYork', newYork),
  ...membersOf('london', london),
  ...membersOf('berlin', berlin),
]

/** Nobody has these and nobody had them. */
export const blankExtensions: readonly { site: SiteKey; extension: string }[] = [
  { site: 'newYork', extension: '1090' },
  { site: 'newYork', extension: '1091' },
  { site: 'london', extension: '2090' },
  { site: 'berlin', extension: '3090' },
]
