// The desk that the laptop opens: its spreadsheet, and who owns it and runs what says nothing else.

export const DESK = {
  bookId: 'desk-book',
  name: 'Trading desk',
  user: 'trader@desk.example',
  locale: 'pt_BR',
} as const;
