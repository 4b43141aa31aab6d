/** Stands on a page whose figures are those of one computer. */
export const LOCAL_REMARK = 'Counted on this computer only: with "journal: shared" all computers count.';
