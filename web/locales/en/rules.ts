/** Words of the rules panel. */
import type { rules as reference } from '../zh-CN/rules.ts'

export const rules: typeof reference = {
  title: 'Routing rules',
  intro: 'From top to bottom: the first rule that fits decides who leads.',
  date: 'Rules in force on',
  today: 'Today',
  version: (version: string, from: string) => `Rule set ${version}, in force since ${from}`,
  loading: 'Loading the rules…',
  failed: 'The rules could not be loaded',
  retry: 'Try again',
  rows: 'Rules',
  lead: 'Lead',
  noLead: 'a person must confirm',
  basis: (count: string) => `Legal basis (${count})`,
  quote: 'Quoted',
  summary: 'Summary',
  settings: 'Thresholds',
  settingsHint: 'A value marked as a setting of the system is not law.',
  setting: 'Name',
  value: 'Value',
  since: (day: string) => `since ${day}`,
}
