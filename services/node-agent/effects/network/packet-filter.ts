import { openNft, type Nft } from './nft/libnftables.ts';
import { tableChange, tableContent, wholeTable, type Rules, type TableContent } from './nft/ruleset.ts';

/** The node's nft table. */
export type PacketFilter = { apply: (rules: Rules) => void };

/** Writes the whole table once, then only what changes. The context stays open: closing one after a deletion waits for the kernel. */
export const openPacketFilter = (table: string): PacketFilter => {
  const nft: Nft = openNft();
  let present: TableContent | undefined;
  const change = (before: TableContent, after: TableContent): void => {
    const commands = tableChange(table, before, after);
    if (commands !== undefined) nft.run(commands);
  };
  const write = (after: TableContent): void => {
    if (present === undefined) return nft.run(wholeTable(table, after));
    try {
      change(present, after);
    } catch {
      // Somebody else changed the table: it is made anew.
      nft.run(wholeTable(table, after));
    }
  };
  return {
    apply: (rules) => {
      const after = tableContent(rules);
      write(after);
      present = after;
    },
  };
};
