import { counted, type Count } from '../count.js';

/** What is said of what a folder holds beside its photos. */
export const folders = {
  leftOut: (causes: string) => `Left out: ${causes}`,
  causes: {
    'hidden-file': (count: Count) => counted(count, 'hidden file', 'hidden files'),
    'hidden-folder': (count: Count) => counted(count, 'hidden folder', 'hidden folders'),
    system: (count: Count) => counted(count, 'leftover of a system', 'leftovers of a system'),
    link: (count: Count) => counted(count, 'link', 'links'),
    special: (count: Count) => counted(count, 'special file', 'special files'),
  },
  showHidden: 'Hidden files and folders begin with a dot: give them another name to bring them in.',
};
