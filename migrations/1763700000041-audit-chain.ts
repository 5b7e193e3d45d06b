import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Each entry of the audit log holds the hash of the one before, organisation by organisation (what belongs to none has a
 * chain of its own, under the null id). Entries are chained when their transaction commits, so that no two wait for one
 * another longer than that; nothing changes or removes one but `forget_audit`, which keeps the hash it cut at.
 */
export class AuditChain1763700000041 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table audit add column position bigint, add column hash bytea;
      create unique index audit_chain_position
        on audit (coalesce(organization_id, '00000000-0000-0000-0000-000000000000'), position);

      create table audit_chain (
        organization_id  uuid primary key,
        kept_position    bigint not null default 0,
        kept_hash        bytea not null default '',
        last_position    bigint not null default 0,
        last_hash        bytea not null default ''
      );
      comment on table audit_chain is 'Where each chain was cut by retention, and where it ends';

      create function audit_hash(before bytea, entry audit) returns bytea language sql immutable set search_path = public as $$
        select sha256(before || convert_to(concat_ws('|', entry.position,
                 to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), coalesce(entry.organization_id::text, ''),
                 coalesce(entry.account_id::text, ''), entry.action, entry.detail::text), 'UTF8'))
      $$;

      create function chain_audit() returns trigger language plpgsql security definer set search_path = public as $$
      declare
        chain uuid := coalesce(new.organization_id, '00000000-0000-0000-0000-000000000000');
        head audit_chain;
        entry audit := new;
      begin
        -- One at a time, whichever chain: two transactions with two chains each would otherwise lock each other out.
        perform pg_advisory_xact_lock(hashtextextended('essor.audit', 0));
        insert into audit_chain (organization_id) values (chain) on conflict do nothing;
        select * into head from audit_chain where organization_id = chain;
        entry.position := head.last_position + 1;
        update audit set position = entry.position, hash = audit_hash(head.last_hash, entry) where id = new.id
        returning * into entry;
        update audit_chain set last_position = entry.position, last_hash = entry.hash where organization_id = chain;
        return null;
      end $$;

      create function guard_audit() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.hash is null and new.hash is not null then return new; end if;
        if tg_op = 'DELETE' and current_setting('essor.forgets_audit', true) = 'on' then return old; end if;
        raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
      end $$;

      create function forget_audit(chain uuid, before timestamptz) returns bigint
        language plpgsql security definer set search_path = public as $$
      declare
        cut audit;
        gone bigint;
      begin
        perform pg_advisory_xact_lock(hashtextextended('essor.audit', 0));
        -- Up to the last of an unbroken run of old entries.
        select * into cut from audit a
         where coalesce(a.organization_id, '00000000-0000-0000-0000-000000000000') = chain
           and a.position < coalesce((select min(b.position) from audit b
                                       where coalesce(b.organization_id, '00000000-0000-0000-0000-000000000000') = chain
                                         and b.at >= before), 9223372036854775807)
         order by a.position desc limit 1;
        if cut.id is null then return 0; end if;
        update audit_chain set kept_position = cut.position, kept_hash = cut.hash where organization_id = chain;
        perform set_config('essor.forgets_audit', 'on', true);
        delete from audit a
         where coalesce(a.organization_id, '00000000-0000-0000-0000-000000000000') = chain and a.position <= cut.position;
        get diagnostics gone = row_count;
        perform set_config('essor.forgets_audit', 'off', true);
        return gone;
      end $$;
      revoke execute on function forget_audit, chain_audit, audit_hash from public;

      do $$
      declare
        one audit;
        chain uuid;
        head audit_chain;
      begin
        for one in select * from audit order by id loop
          chain := coalesce(one.organization_id, '00000000-0000-0000-0000-000000000000');
          insert into audit_chain (organization_id) values (chain) on conflict do nothing;
          select * into head from audit_chain where organization_id = chain;
          one.position := head.last_position + 1;
          one.hash := audit_hash(head.last_hash, one);
          update audit set position = one.position, hash = one.hash where id = one.id;
          update audit_chain set last_position = one.position, last_hash = one.hash where organization_id = chain;
        end loop;
      end $$;

      create trigger audit_append_only before update or delete on audit for each row execute function guard_audit();
      create constraint trigger audit_chained after insert on audit
        deferrable initially deferred for each row execute function chain_audit();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger audit_chained on audit;
      drop trigger audit_append_only on audit;
      drop function forget_audit, guard_audit, chain_audit, audit_hash;
      drop table audit_chain;
      drop index audit_chain_position;
      alter table audit drop column position, drop column hash;
    `);
  }
}
