-- A contact at a registry goes when its template was deleted: when it went, or why the registry keeps it.
alter table registry_contact add column removed_at timestamptz;
alter table registry_contact add column kept_because text;
-- Those of templates that were deleted before.
insert into deadline (id, kind, subject, opens_at, closes_at)
select gen_random_uuid(), 'template.let-go', id::text, deleted_at, deleted_at from registrant_template
where deleted_at is not null and exists (select from registry_contact where template = registrant_template.id);
