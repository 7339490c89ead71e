import { guardPictures } from './guard.js';

guardPictures(document);
