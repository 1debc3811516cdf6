/** The archive is not one that may be unpacked here. Nothing of it is kept. */
export class HostileArchive extends Error {
  override readonly name = 'HostileArchive';
}
