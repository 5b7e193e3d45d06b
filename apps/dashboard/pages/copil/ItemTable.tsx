import { useState } from 'react';
import { useRights } from '../../api/rights.js';
import { DataTable } from '../../ui/DataTable.js';
import { ItemForm } from './ItemForm.js';
import { type ItemRow } from './item-rows.js';
import { type CommitteeWriting } from './use-committees.js';
import { useItemTable } from './use-item-table.js';

interface ItemTableProps {
  rows: ItemRow[];
  isOfAll: boolean;
  label: string;
  writing: CommitteeWriting;
}

/** A row opens its form, for whoever may change it. */
export function ItemTable({ rows, isOfAll, label, writing }: ItemTableProps) {
  const { manages } = useRights();
  const table = useItemTable(isOfAll);
  const [chosen, setChosen] = useState<ItemRow | null>(null);
  const opens = manages ? { onRow: setChosen } : {};
  return (
    <>
      <DataTable {...table(rows)} {...opens} label={label} maxHeight={480} />
      {chosen && (
        <ItemForm key={chosen.id} committee={null} item={chosen} writing={writing} onDone={() => setChosen(null)} />
      )}
    </>
  );
}
