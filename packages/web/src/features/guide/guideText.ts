/** Every text of the guide's page. */
export const guideText = {
  title: (name: string) => `Guide of ${name}`,
  loading: 'Reading the instructions',
  unread: 'The instructions could not be read',
  noLab: 'There is no lab yet',
  noLabText: 'Instructions and checks belong to a lab. Make its first element in Design.',
  toDesign: 'Open Design',
  editor: 'Instructions, in Markdown',
  hint: 'Each heading "## " begins a step. Code that begins with "```sh web" can be run in the terminal of web.',
  preview: 'As students see it',
  save: 'Save',
  saved: 'Saved',
  unsaved: 'Not saved yet. Ctrl+S saves.',
  refused: 'It could not be saved',
  onlyLook: 'You can look at this guide; instructors of the course change it.',
  checks: 'Checks',
  noChecks: 'No checks yet. A check is a command with the result it must give.',
  add: 'Add a check',
  edit: (name: string) => `Edit the check ${name}`,
  remove: (name: string) => `Remove the check ${name}`,
  at: (on: string, step: number | undefined) =>
    step === undefined ? `on ${on}, of all of the lab` : `on ${on}, step ${step}`,
} as const;
