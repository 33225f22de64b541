/** What fetching an attachment asks of the outside world; activities/attachments answers. */
export interface AttachmentActivities {
  /**
   * Fetches the file from the provider into our own store, once; asks to be repeated while the
   * provider cannot be reached, and gives up in the row.
   */
  fetchAttachment: (input: { attachmentId: string }) => Promise<'stored' | 'failed'>;
}
