/** What `reports` says. */
export const reports = {
  columns: {
    time: 'Reported',
    event: 'Event',
    photo: 'Photo',
    bib: 'Bib',
    times: 'Times',
    note: 'What they wrote',
    settled: 'Done',
  },
  none: 'No bib is reported as wrong.',
  settled: (photo: string, bib: string) => `${photo} keeps the bib ${bib}: the report is done.`,
  nothing: (photo: string, bib: string) => `Nothing is reported of ${photo} and the bib ${bib}.`,
  help: {
    summary: 'list the bibs that visitors say are wrong, and settle one',
    list: {
      summary: 'list the photos that visitors say show another bib, the latest first',
      all: 'also those that were settled',
      examples: [['reports list --event summer-10k', '']],
    },
    done: {
      summary: 'keep a bib that was reported; where it is wrong, `untag` takes it off instead',
      examples: [['reports done FR_0020.jpg 1204', '']],
    },
  },
};
