/**
 * What Citus refuses, by its manual and its source, on one machine: a stand-in for tests, which moves nothing. A table is
 * refused whose keys lack the column, that has triggers, a policy with a subselect, or a foreign key to what is not there.
 */
export const standIn = `
  create table pg_dist_partition (logicalrelid regclass primary key, partmethod "char" not null);

  create function refuse_unplaceable(moved regclass, kept text) returns void language plpgsql as $$
  declare
    found text;
  begin
    select tgname into found from pg_trigger where tgrelid = moved and not tgisinternal;
    if found is not null then raise exception '% has the trigger %', moved, found; end if;
    select polname into found from pg_policy
     where polrelid = moved and (polqual::text || coalesce(polwithcheck::text, '')) like '%{SUBLINK %';
    if found is not null then raise exception '% has the policy % with a subselect', moved, found; end if;
    select i.indexrelid::regclass::text into found from pg_index i
     where i.indrelid = moved and (i.indisunique or i.indisexclusion) and kept is not null
       and not exists (select from pg_attribute a where a.attrelid = moved and a.attname = kept and a.attnum = any(i.indkey));
    if found is not null then raise exception '% has the key % without %', moved, found, kept; end if;
    select f.conname into found from pg_constraint f left join pg_dist_partition p on p.logicalrelid = f.confrelid
     where f.conrelid = moved and f.contype = 'f' and f.confrelid <> moved
       and (p.partmethod is null or p.partmethod = 'h' and kept is null);
    if found is not null then raise exception '% has the foreign key % to a table that is not there', moved, found; end if;
    select f.conname into found from pg_constraint f join pg_dist_partition p on p.logicalrelid = f.confrelid
     where f.conrelid = moved and f.contype = 'f' and p.partmethod = 'h'
       and not exists (select from unnest(f.conkey, f.confkey) as pair (own, other)
                         join pg_attribute a on a.attrelid = f.conrelid and a.attnum = pair.own and a.attname = kept
                         join pg_attribute b on b.attrelid = f.confrelid and b.attnum = pair.other and b.attname = kept);
    if found is not null then raise exception '% has the foreign key % without %', moved, found, kept; end if;
    -- A key to a shared table draws a table that stays into the catalogue of what is shared, where triggers are refused.
    select f.conname into found from pg_constraint f join pg_trigger t on t.tgrelid = f.conrelid and not t.tgisinternal
     where f.confrelid = moved and f.contype = 'f';
    if found is not null then raise exception 'a table with triggers has the foreign key % to %', found, moved; end if;
  end $$;

  create function create_reference_table(moved regclass) returns void language plpgsql as $$
  begin
    perform refuse_unplaceable(moved, null);
    insert into pg_dist_partition values (moved, 'n');
  end $$;

  create function create_distributed_table(moved regclass, kept text) returns void language plpgsql as $$
  begin
    perform refuse_unplaceable(moved, kept);
    insert into pg_dist_partition values (moved, 'h');
  end $$;`;
