export { type FittedPicture, fitPicture, PictureRefused } from './fit-picture.ts'
